package org.scxvm.message.syslog;

import org.scxvm.message.Line;
import org.scxvm.message.MessageSink;

/** Passes messages on if a person is looking; asks for that with the first one. */
public final class TerminalSink implements MessageSink {

  private final MessageSink stderr;

  public TerminalSink(MessageSink stderr) {
    this.stderr = stderr;
  }

  @Override
  public void write(Line line) {
    if (Terminal.isStderr()) {
      stderr.write(line);
    }
  }
}
