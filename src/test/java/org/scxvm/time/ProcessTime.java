package org.scxvm.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The clock of one process: each run of the agent is one, whoever's JVM it is in. */
public record ProcessTime(Time time, Duration origin) implements Time {

  /** One that begins now, by the clock of this machine. */
  public static ProcessTime fromNow() {
    Time time = new SystemTime();
    return new ProcessTime(time, time.sinceStart());
  }

  @Override
  public Duration sinceStart() {
    return time.sinceStart().minus(origin);
  }

  @Override
  public Optional<Duration> sinceBoot() {
    return time.sinceBoot();
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
