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
  public void write(Severity severity, int id, String text) {
    err.println(String.format(Locale.ROOT, "%s [ID %06d] %s", severity.word(), id, text));
    err.flush();
  }
}
