package org.scxvm.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.scxvm.time.Time;

/**
 * A clock that moves only when somebody sleeps, or when a fake call takes time. What is due in
 * between happens at its moment.
 */
public final class SimulatedTime implements Time {

  private static final Instant WALL_CLOCK_AT_START = Instant.parse("2026-11-22T06:22:00Z");

  private static final Duration AGE_OF_MACHINE = Duration.ofHours(1);

  /** No method waits that long; a simulation that does has lost its deadline. */
  private static final Duration END_MAX = Duration.ofSeconds(10_000);

  /** So many calls without any time between them are a loop that never waits. */
  private static final int CALLS_AT_ONCE_MAX = 500;

  private final TreeMap<Duration, Deque<Runnable>> due = new TreeMap<>();
  private Duration now = Duration.ZERO;
  private int callsAtOnce;
  private ZoneId zone = ZoneOffset.UTC;

  @Override
  public Duration sinceStart() {
    return now;
  }

  @Override
  public Optional<Duration> sinceBoot() {
    return Optional.of(AGE_OF_MACHINE.plus(now));
  }

  @Override
  public Instant wallClock() {
    return WALL_CLOCK_AT_START.plus(now);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  /** The nodes are somewhere else in the world. */
  public void setZone(ZoneId elsewhere) {
    zone = elsewhere;
  }

  @Override
  public void sleep(Duration pause) {
    sleepUntil(pause, () -> false);
  }

  /** One after the other: what is asked in these worlds does not wait for another question. */
  @Override
  public <T> List<T> together(List<Supplier<T>> questions) {
    return questions.stream().map(Supplier::get).toList();
  }

  /** Sleeps, but not on when the condition has come true; returns whether it has. */
  public boolean sleepUntil(Duration atMost, BooleanSupplier condition) {
    Duration end = now.plus(atMost.isNegative() ? Duration.ZERO : atMost);
    if (end.compareTo(END_MAX) > 0) {
      throw new AssertionError("somebody waits until second " + end.toSeconds());
    }
    while (!condition.getAsBoolean() && !due.isEmpty() && due.firstKey().compareTo(end) <= 0) {
      Duration next = due.firstKey();
      moveTo(next.compareTo(now) > 0 ? next : now);
      Deque<Runnable> events = due.firstEntry().getValue();
      events.removeFirst().run();
      if (events.isEmpty()) {
        due.remove(next);
      }
    }
    if (condition.getAsBoolean()) {
      return true;
    }
    moveTo(end);
    return false;
  }

  /** Lets something happen at a moment. */
  public void at(Duration moment, Runnable event) {
    due.computeIfAbsent(moment, any -> new ArrayDeque<>()).addLast(event);
  }

  /** Lets something happen after a while. */
  public void in(Duration fromNow, Runnable event) {
    at(now.plus(fromNow), event);
  }

  /** Counts a call of the agent into the world. */
  void countCall() {
    callsAtOnce++;
    if (callsAtOnce > CALLS_AT_ONCE_MAX) {
      throw new AssertionError("the agent calls and calls, and never waits");
    }
  }

  private void moveTo(Duration moment) {
    if (moment.compareTo(now) > 0) {
      now = moment;
      callsAtOnce = 0;
    }
  }
}
