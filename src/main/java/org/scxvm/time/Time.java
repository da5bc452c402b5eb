package org.scxvm.time;

import java.time.Duration;
import java.time.Instant;

/** The only clock of the agent. Waiting uses the monotonic one, people read the other. */
public interface Time {

  /** Time since this process started; never goes back. */
  Duration sinceStart();

  /** Wall-clock time, for texts that people read; no decision may depend on it. */
  Instant wallClock();

  /** Waits that long, less only if the thread is interrupted. */
  void sleep(Duration pause);
}
