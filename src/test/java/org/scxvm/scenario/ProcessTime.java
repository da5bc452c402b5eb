package org.scxvm.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.scxvm.time.Time;

/** The clock of one process: each run of the agent is one. */
record ProcessTime(SimulatedTime time, Duration origin) implements Time {
  @Override
  public Duration sinceStart() {
    return time.sinceStart().minus(origin);
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
