package org.scxvm.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The clock of this machine. It starts to run when the process starts, not when {@code main} is
 * reached: the cluster manager counts the start of the JVM too.
 */
public final class SystemTime implements Time {

  /** An age beyond this is a wall clock that was set, not a JVM that took minutes to start. */
  private static final Duration AGE_MAX = Duration.ofMinutes(2);

  private final long origin;

  public SystemTime() {
    origin = System.nanoTime() - ageOfProcess().toNanos();
  }

  @Override
  public Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - origin);
  }

  @Override
  public Instant wallClock() {
    return Instant.now();
  }

  @Override
  public void sleep(Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      return;
    }
    try {
      Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration ageOfProcess() {
    Instant now = Instant.now();
    Duration age =
        ProcessHandle.current()
            .info()
            .startInstant()
            .map(start -> Duration.between(start, now))
            .orElse(Duration.ZERO);
    return age.isNegative() || age.compareTo(AGE_MAX) > 0 ? Duration.ZERO : age;
  }
}
