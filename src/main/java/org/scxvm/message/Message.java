package org.scxvm.message;

import java.util.Locale;

/** A text for operators: what happened, why, and what to do. The catalogue is its two enums. */
public interface Message {

  /** The name of the constant. */
  String name();

  Severity severity();

  /** The text with {@code %s} for each value; its bytes make the id. */
  String format();

  /** Why the message is written. */
  String explanation();

  /** What the reader should do. */
  String action();

  default int id() {
    return MessageId.of(format());
  }

  /** The text with its values. */
  default String text(Object... values) {
    return String.format(Locale.ROOT, format(), values);
  }
}
