package org.scxvm.time;

import java.time.Duration;

/**
 * The moment at which a wait must have ended. It is made once from the method's timeout and handed
 * down; a smaller wait is cut out of it with {@link #within}.
 */
public final class Deadline {

  private final Time time;
  private final Duration end;

  private Deadline(Time time, Duration end) {
    this.time = time;
    this.end = end;
  }

  /** The deadline {@code sinceStart} after the start of this process. */
  public static Deadline at(Time time, Duration sinceStart) {
    return new Deadline(time, sinceStart);
  }

  /** The deadline {@code fromNow} from now. */
  public static Deadline in(Time time, Duration fromNow) {
    return new Deadline(time, time.sinceStart().plus(fromNow));
  }

  /** This deadline, or {@code limit} from now if that is earlier. */
  public Deadline within(Duration limit) {
    return earlier(in(time, limit));
  }

  /** The earlier one of both. */
  public Deadline earlier(Deadline other) {
    return end.compareTo(other.end) <= 0 ? this : other;
  }

  /** The later one of both. */
  public Deadline later(Deadline other) {
    return end.compareTo(other.end) >= 0 ? this : other;
  }

  /** A deadline that much before this one. */
  public Deadline less(Duration reserve) {
    return new Deadline(time, end.minus(reserve));
  }

  /** What is left, never negative. */
  public Duration remaining() {
    Duration left = end.minus(time.sinceStart());
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean hasPassed() {
    return remaining().isZero();
  }

  /** Pauses that long, but never beyond the deadline. */
  public void pause(Duration wanted) {
    Duration left = remaining();
    time.sleep(wanted.compareTo(left) < 0 ? wanted : left);
  }

  public Time time() {
    return time;
  }

  @Override
  public String toString() {
    return "second " + end.toMillis() / 1000.0;
  }
}
