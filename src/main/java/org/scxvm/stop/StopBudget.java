package org.scxvm.stop;

import java.time.Duration;
import org.scxvm.time.Deadline;
import org.scxvm.time.Grace;
import org.scxvm.time.MethodLimit;
import org.scxvm.time.Share;

/**
 * How Stop_timeout is shared out.
 *
 * @param foresight the end of the look before the migration: 10 %
 * @param migration the end of the migration: 25 %
 * @param truth until when a migration that has ended is asked where the domain is: 40 %
 * @param graceful the end of the graceful shutdown: 70 %, or 40 s before the usable end if that is
 *     earlier, because destroying a QEMU that hangs takes more than 10 s; but 25 % at least
 * @param least how long a guest is asked however late that begins: 25 %
 * @param answer when the last word must have been said
 */
record StopBudget(
    Deadline foresight,
    Deadline migration,
    Deadline truth,
    Deadline graceful,
    Duration least,
    Deadline answer) {

  private static final int FORESIGHT_PERCENT = 10;
  private static final int MIGRATION_PERCENT = 25;
  private static final int TRUTH_PERCENT = 40;

  /** However short the timeout, the guest is asked before it is destroyed. */
  private static final int GRACEFUL_PERCENT_MIN = 25;

  /** libvirt needs somewhat more than 10 s to kill a QEMU that hangs. */
  private static final Duration DESTROY_MIN = Duration.ofSeconds(15);

  /** A small guest that is well is off by then; more is wasted on one that is not. */
  private static final Duration SICK_LEAST = Duration.ofSeconds(20);

  static StopBudget of(MethodLimit limit) {
    Deadline graceful =
        limit
            .share(Grace.PERCENT)
            .earlier(limit.beforeEnd(Grace.RESERVE))
            .later(limit.share(GRACEFUL_PERCENT_MIN));
    return new StopBudget(
        limit.share(FORESIGHT_PERCENT),
        limit.share(MIGRATION_PERCENT),
        limit.share(TRUTH_PERCENT),
        graceful,
        Share.percent(limit.timeout(), GRACEFUL_PERCENT_MIN),
        limit.answer());
  }

  /**
   * For a guest that may not be able to shut down, because something of it has failed: one that can
   * is given a moment. What is seen decides all the rest, as ever.
   */
  static StopBudget ofFailure(MethodLimit limit) {
    StopBudget usual = of(limit);
    Duration least = usual.least.compareTo(SICK_LEAST) < 0 ? usual.least : SICK_LEAST;
    return new StopBudget(
        usual.foresight,
        usual.migration,
        usual.truth,
        usual.graceful.within(Duration.ZERO),
        least,
        usual.answer);
  }

  /**
   * For a migration after which nobody shuts the domain down: 70 %. Where it is afterwards is asked
   * for a moment only, because a node that has died is not fenced before the answer is there.
   */
  static StopBudget ofMove(MethodLimit limit) {
    StopBudget usual = of(limit);
    return new StopBudget(
        usual.foresight,
        limit.share(Grace.PERCENT),
        limit.share(FORESIGHT_PERCENT),
        usual.graceful,
        usual.least,
        usual.answer);
  }

  /**
   * Until when a guest is asked to shut down, if that begins now: a migration before it may have
   * used the time up, and then the guest still has its least, as far as destroying it can wait.
   */
  Deadline asking() {
    return graceful.later(answer.within(least).earlier(answer.less(DESTROY_MIN)));
  }
}
