package org.scxvm.message;

/** Where messages go. */
public interface MessageSink {

  /**
   * Writes one message. A sink never fails its caller: a lost line must not turn a stopped domain
   * into a failed Stop.
   *
   * @param text one line, already with its values
   */
  void write(Severity severity, int id, String text);
}
