package org.scxvm.message;

/** A text for operators: what happened, why, and what to do. {@link Catalogue} has all of them. */
public interface Message {

  /**
   * What the catalogue says of one message.
   *
   * @param format the text with {@code %s} for each value; its bytes make the id
   * @param explanation why the message is written
   * @param action what the reader should do
   */
  record Entry(Severity severity, String format, String explanation, String action) {}

  /** The name of the constant. */
  String name();

  Entry entry();

  default int id() {
    return MessageId.of(entry().format());
  }

  default Severity severity() {
    return entry().severity();
  }
}
