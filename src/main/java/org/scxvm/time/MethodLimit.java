package org.scxvm.time;

import java.time.Duration;

/**
 * How long one callback method may take, counted from the start of its process.
 *
 * @param time the clock
 * @param timeout the method's timeout, as the cluster manager enforces it
 * @param usable how much of it this process may use; less than the timeout under SUNW.gds
 */
public record MethodLimit(Time time, Duration timeout, Duration usable) {

  /**
   * The agent speaks before the cluster manager does: what it keeps for its last words and exit.
   */
  private static final Duration ANSWER_RESERVE = Duration.ofSeconds(2);

  /** Very short timeouts keep at least this share of themselves for the answer. */
  private static final int ANSWER_RESERVE_SHARE_MAX = 4;

  /** When everything must be said and done. */
  public Deadline answer() {
    Duration share = Share.of(usable, ANSWER_RESERVE_SHARE_MAX);
    Duration reserve = share.compareTo(ANSWER_RESERVE) < 0 ? share : ANSWER_RESERVE;
    return Deadline.at(time, usable.minus(reserve));
  }

  /** The end of this many percent of the timeout, never later than {@link #answer}. */
  public Deadline share(int percent) {
    return Deadline.at(time, Share.percent(timeout, percent)).earlier(answer());
  }

  /** That long before the usable end. */
  public Deadline beforeEnd(Duration reserve) {
    return Deadline.at(time, usable.minus(reserve));
  }
}
