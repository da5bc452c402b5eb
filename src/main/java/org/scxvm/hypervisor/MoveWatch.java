package org.scxvm.hypervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a move by looks at it, one after the other. Pure: it asks nobody, and what follows from a
 * step is for others to do.
 */
public final class MoveWatch {

  /** The guest may stand still twice as long with each step. */
  private static final int DOWNTIME_FACTOR = 2;

  /** A pass that is more than this share of the one before it gets no nearer to the end. */
  private static final double NO_NEARER = 0.9;

  /** The first pass sends all memory, so only later ones tell whether the guest is too fast. */
  private static final long FIRST_PASS = 1;

  private static final int QUARTER = 25;
  private static final int WHOLE = 100;

  private final MoveTuning tuning;
  private Duration movedAt = Duration.ZERO;
  private Duration downtime;
  private long sent = -1;
  private long pass;
  private long leftAtPass;
  private int quarters;
  private int throttle;

  public MoveWatch(MoveTuning tuning) {
    this.tuning = tuning;
    this.downtime = tuning.downtime().initial();
  }

  /**
   * What is new since the look before.
   *
   * @param moment when this look was made, on a clock that only goes on
   */
  public List<MoveStep> after(Duration moment, MoveSample sample) {
    List<MoveStep> steps = new ArrayList<>();
    if (sample.total() == 0) {
      return steps; // the other node makes itself ready, which may take long
    }
    boolean newPass = sample.pass() != pass;
    if (newPass || sample.sent() != sent) {
      movedAt = moment;
    }
    addSent(sample, steps);
    if (newPass) {
      steps.add(new MoveStep.PassBegan(sample));
      addDowntime(sample, steps);
    }
    if (sample.throttle() != throttle) {
      throttle = sample.throttle();
      steps.add(new MoveStep.Throttled(throttle));
    }
    Duration still = moment.minus(movedAt);
    // With nothing left to send the other node is taking over; how long that takes is its affair.
    if (sample.remaining() > 0 && still.compareTo(tuning.stall()) >= 0) {
      steps.add(new MoveStep.Stalled(still));
    }
    sent = sample.sent();
    pass = sample.pass();
    return steps;
  }

  /** The quarters are those of the first pass: what comes after it has no end to be measured by. */
  private void addSent(MoveSample sample, List<MoveStep> steps) {
    int reached = sample.percent() / QUARTER;
    if (sample.pass() <= FIRST_PASS && reached > quarters && reached * QUARTER < WHOLE) {
      quarters = reached;
      steps.add(new MoveStep.Sent(reached * QUARTER, sample));
    }
  }

  /** The guest is too fast if a pass, or the one that it foretells, is about as long as before. */
  private void addDowntime(MoveSample sample, List<MoveStep> steps) {
    boolean isNoNearer =
        sample.remaining() > leftAtPass * NO_NEARER
            || sample.dirtyRate() > sample.rate() * NO_NEARER;
    boolean compares = sample.pass() > FIRST_PASS && pass > 0;
    leftAtPass = sample.pass() > FIRST_PASS ? sample.remaining() : sample.total();
    Duration most = tuning.downtime().most().orElse(downtime);
    if (compares && isNoNearer && downtime.compareTo(most) < 0) {
      Duration next = downtime.multipliedBy(DOWNTIME_FACTOR);
      downtime = next.compareTo(most) < 0 ? next : most;
      steps.add(new MoveStep.DowntimeRaised(downtime));
    }
  }
}
