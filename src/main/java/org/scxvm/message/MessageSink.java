package org.scxvm.message;

/** Where messages go. */
public interface MessageSink {

  /**
   * Writes one message. A sink never fails its caller: a lost line must not turn a stopped domain
   * into a failed Stop.
   */
  void write(Line line);
}
