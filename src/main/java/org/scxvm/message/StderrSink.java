package org.scxvm.message;

import java.io.PrintWriter;
import java.util.Locale;

/** Messages for the person at the terminal: {@code <level> [ID nnnnnn] text}. */
public final class StderrSink implements MessageSink {

  private final PrintWriter err;

  public StderrSink(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void write(Line line) {
    String level = line.severity().word();
    err.println(String.format(Locale.ROOT, "%s [ID %06d] %s", level, line.id(), line.text()));
    err.flush();
  }
}
