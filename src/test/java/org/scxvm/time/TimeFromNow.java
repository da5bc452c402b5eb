package org.scxvm.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * The clock of this machine for one method among many of a JVM: it starts to run when it is made.
 */
public final class TimeFromNow implements Time {

  private final Time time = new SystemTime();
  private final Duration before = time.sinceStart();

  @Override
  public Duration sinceStart() {
    return time.sinceStart().minus(before);
  }

  @Override
  public Instant wallClock() {
    return time.wallClock();
  }

  @Override
  public ZoneId zone() {
    return time.zone();
  }

  @Override
  public void sleep(Duration pause) {
    time.sleep(pause);
  }

  @Override
  public <T> List<T> together(List<Supplier<T>> questions) {
    return time.together(questions);
  }
}
