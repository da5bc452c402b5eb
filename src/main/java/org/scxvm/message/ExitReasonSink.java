package org.scxvm.message;

import java.io.PrintWriter;

/**
 * Errors for a cluster manager that shows the last of them as the reason of a failed action: {@code
 * ocf-exit-reason:text} on stderr. A cause follows its error on the same line.
 */
public final class ExitReasonSink implements MessageSink {

  private static final String PREFIX = "ocf-exit-reason:";

  private final PrintWriter err;
  private String last = "";

  public ExitReasonSink(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void write(Line line) {
    if (line.severity() != Severity.ERROR) {
      return;
    }
    boolean explains = line.id() == AgentMessage.CAUSE.id();
    last = explains ? last + ": " + line.text().replaceFirst("^[^:]*: ", "") : line.text();
    err.println(PREFIX + last);
    err.flush();
  }
}
