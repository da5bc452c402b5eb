package org.scxvm.message;

import java.util.List;

/** Tells the operator. What a developer wants to know goes to slf4j instead. */
public final class Messages {

  private final List<MessageSink> sinks;

  public Messages(List<MessageSink> sinks) {
    this.sinks = List.copyOf(sinks);
  }

  /** Writes a message of the catalogue. */
  public void say(Message message, Object... values) {
    write(message.severity(), message, values);
  }

  /** Writes a message and, behind it as loud, the cause in the words of who failed. */
  public void sayWithCause(Message message, String cause, Object... values) {
    say(message, values);
    write(message.severity(), AgentMessage.CAUSE, message.id(), cause);
  }

  private void write(Severity severity, Message message, Object... values) {
    Line line = Line.of(severity, message, values);
    sinks.forEach(sink -> sink.write(line));
  }
}
