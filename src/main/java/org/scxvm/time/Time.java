package org.scxvm.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The only clock of the agent. Waiting uses the monotonic one, people read the other. */
public interface Time {

  /** Time since this process started; never goes back. */
  Duration sinceStart();

  /**
   * Time since the machine has booted, sleep included, by which other processes of it can tell how
   * long ago something was; empty where the kernel does not tell.
   */
  Optional<Duration> sinceBoot();

  /**
   * Wall-clock time, for texts that people read. No decision may depend on it but one: whether a
   * command of the command log, which has no other time, began just before this process.
   */
  Instant wallClock();

  /** In which local time the logs of this machine are written. */
  ZoneId zone();

  /** Waits that long, less only if the thread is interrupted. */
  void sleep(Duration pause);

  /**
   * Asks several questions at the same time and waits for all answers, in their order. Each has a
   * deadline of its own.
   */
  <T> List<T> together(List<Supplier<T>> questions);
}
