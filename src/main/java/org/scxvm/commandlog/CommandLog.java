package org.scxvm.commandlog;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** The log in which the commands of a cluster write that they begin and end, on this node. */
public interface CommandLog {

  /**
   * The newest lines: as many as matter, or as many as can be read without regard to the size of
   * the log.
   *
   * @param isTooOld tells a line before which none matters any more
   */
  LogTail newest(Predicate<String> isTooOld) throws CommandLogException;

  /** When the process of that id on this node began; empty if there is none, or none is seen. */
  Optional<Instant> startOfProcess(long pid);
}
