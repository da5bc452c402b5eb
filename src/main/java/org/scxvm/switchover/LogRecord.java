package org.scxvm.switchover;

import java.time.LocalDateTime;
import java.util.List;

/** One record of the command log. */
public sealed interface LogRecord {

  /**
   * Which process wrote a record.
   *
   * @param host the node on which the command was run
   */
  record Writer(String host, long pid) {}

  /**
   * A command began.
   *
   * @param time local time of the node that wrote it, to the second
   * @param words the command and its arguments, without their quotes
   * @param line the command as it stands in the log
   */
  record Start(LocalDateTime time, Writer writer, List<String> words, String line)
      implements LogRecord {}

  /**
   * A command ended.
   *
   * @param status its exit status or signal, as it stands in the log
   */
  record End(LocalDateTime time, Writer writer, String status) implements LogRecord {}

  /** What may have been a record, and cannot be read as one. */
  record Damaged(String line, String reason) implements LogRecord {}

  /** Whether it is the end of a command that was still running at a moment. */
  default boolean isEndAfter(LocalDateTime moment) {
    return this instanceof End end && end.time().isAfter(moment);
  }
}
