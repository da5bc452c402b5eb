package org.scxvm.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.Recovery;

/**
 * Judges one watched resource by what is found of it, one finding after the other, and says what
 * follows. Pure: it asks nobody, and does nothing itself. Nothing is asked for while an earlier
 * request is open.
 */
final class Watched {

  /** The methods that a request leads to have begun by then, or it has led to nothing. */
  private static final Duration TAKEN_LIMIT = Duration.ofMinutes(1);

  /** A method that is at work is not waited for, but looked after. */
  private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

  private final MonitorPolicy policy;

  /** What the cluster manager counts is never more: it forgets what is older than its interval. */
  private int restartsAtMost;

  private Optional<Finding> told = Optional.empty();
  private Optional<Finding> open = Optional.empty();
  private Duration notBefore = Duration.ZERO;

  /**
   * Begins.
   *
   * @param restarts how many restarts the cluster manager has counted before
   */
  Watched(MonitorPolicy policy, int restarts) {
    this.policy = policy;
    this.restartsAtMost = restarts;
  }

  /** What follows from a finding. */
  List<Deed> found(Duration now, Finding finding) {
    List<Deed> deeds = new ArrayList<>();
    boolean acts = finding.verdict() == Verdict.FAULTY && policy.mode().allowsRestart();
    if (acts && open.isEmpty() && now.compareTo(notBefore) >= 0) {
      open = Optional.of(finding);
      deeds.add(
          restartsAtMost < policy.retryCount()
              ? new Deed.Recover(Recovery.RESTART, finding)
              : new Deed.Count());
    }
    if (finding.verdict() == Verdict.WELL) {
      notBefore = now;
    }
    if (!told.equals(Optional.of(finding))) {
      told = Optional.of(finding);
      deeds.add(new Deed.Tell(finding, !acts));
    }
    return deeds;
  }

  /**
   * What follows when the cluster manager has said how many restarts there were.
   *
   * @param restarts empty if it did not say; then the count of this monitor decides
   */
  List<Deed> counted(Duration now, Optional<Integer> restarts) {
    Finding why = open.orElseThrow();
    restartsAtMost = restarts.orElse(restartsAtMost);
    if (restartsAtMost < policy.retryCount()) {
      return List.of(new Deed.Recover(Recovery.RESTART, why));
    }
    if (policy.mode().allowsGiveover()) {
      return List.of(new Deed.Recover(Recovery.GIVEOVER, why));
    }
    open = Optional.empty();
    notBefore = now.plus(policy.interval());
    return List.of(new Deed.Tell(why, true));
  }

  /** What follows when the cluster manager was asked. */
  List<Deed> asked(Duration now, Recovery recovery, Asked outcome) {
    Finding why = open.orElseThrow();
    open = Optional.empty();
    switch (outcome) {
      case TAKEN -> {
        notBefore = now.plus(TAKEN_LIMIT);
        restartsAtMost += recovery == Recovery.RESTART ? 1 : 0;
      }
      case REFUSED -> {
        notBefore = now.plus(policy.interval());
        return List.of(new Deed.Tell(why, true));
      }
      case BUSY -> notBefore = now.plus(BUSY_PAUSE);
      case NOT_NEEDED -> notBefore = now;
    }
    return List.of();
  }

  /** Whether a fault waits for the moment when something can be done about it. */
  boolean isDue(Duration now) {
    boolean faulty = told.filter(it -> it.verdict() == Verdict.FAULTY).isPresent();
    boolean free = open.isEmpty() && now.compareTo(notBefore) >= 0;
    return faulty && free && policy.mode().allowsRestart();
  }

  /** The last finding; empty before the first look. */
  Optional<Finding> last() {
    return told;
  }
}
