package org.scxvm.settle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.migration.MoveDecision;
import org.scxvm.migration.MoveTruth;
import org.scxvm.migration.Proof;
import org.scxvm.migration.Side;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks both nodes where the domain is after a migration, and acts on the one decision table. */
public final class SettleMove {

  private static final Logger LOG = LoggerFactory.getLogger(SettleMove.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(20);

  /** A folder that hangs must not keep a copy from being destroyed. */
  private static final Duration RECORD_LIMIT = Duration.ofSeconds(2);

  /** A copy that does not go on has the next Start to look after it. */
  private static final int RESUMES_MAX = 2;

  private final Route route;
  private final OwnerLedger ledger;
  private final Messages messages;
  private Optional<Proof> proof = Optional.empty();
  private int resumes;
  private Optional<Duration> letGoAt = Optional.empty();
  private String seen = "there is no time left to ask";

  /**
   * A migration between two nodes.
   *
   * @param ledger the migration is the last thing that it knows
   */
  public SettleMove(Route route, OwnerLedger ledger, Messages messages) {
    this.route = route;
    this.ledger = ledger;
    this.messages = messages;
  }

  /** Asks until the answer is plain, or the time is over. */
  public Settled settle(Manner manner, Deadline deadline) {
    Optional<Settled> settled = Optional.empty();
    while (settled.isEmpty() && !deadline.hasPassed()) {
      settled = step(manner, deadline);
    }
    return settled.orElseGet(() -> new Settled.Open(seen));
  }

  /** When the copy was let go on, counted from the start of this process. */
  public Optional<Duration> letGoAt() {
    return letGoAt;
  }

  private Optional<Settled> step(Manner manner, Deadline deadline) {
    List<Side> sides =
        deadline
            .time()
            .together(
                List.of(
                    () -> route.source().look(deadline.within(LOOK_LIMIT)),
                    () -> route.target().look(deadline.within(LOOK_LIMIT))));
    Side here = sides.get(0);
    Side there = sides.get(1);
    seen =
        "node " + route.source().node() + ": " + here + ", node " + target().node() + ": " + there;
    boolean isOnItsWay = there.doing().filter(Activity.PAUSED_BY_MIGRATION::equals).isPresent();
    if (isOnItsWay && !manner.ours()) {
      LOG.debug("settle: {}: somebody is at it", seen);
      return pause(deadline);
    }
    Proof known = proof.orElse(manner.proof()).after(here);
    proof = Optional.of(known);
    MoveTruth truth = MoveTruth.of(here, there);
    MoveDecision decision = MoveDecision.of(truth, known);
    LOG.debug("settle: {}: {} -> {} ({})", seen, truth, decision, known);
    return switch (decision) {
      case HAND_OVER -> handOver(there, manner, deadline);
      case KEEP -> ended(new Settled.AtSource(), manner, deadline);
      case GONE -> ended(new Settled.Gone(), manner, deadline);
      case DESTROY_TARGET_COPY -> destroyCopy(deadline);
      case ASK_AGAIN -> pause(deadline);
    };
  }

  private Optional<Settled> ended(Settled settled, Manner manner, Deadline deadline) {
    return manner.mayGoOn() ? pause(deadline) : Optional.of(settled);
  }

  private static Optional<Settled> pause(Deadline deadline) {
    deadline.pause(PAUSE);
    return Optional.empty();
  }

  /** At once: for as long as this takes, the guest stands still. */
  private Optional<Settled> handOver(Side there, Manner manner, Deadline deadline) {
    Settled.AtTarget arrived = new Settled.AtTarget(there);
    if (!arrived.waits(route.move()) || !manner.mayResume() || resumes == RESUMES_MAX) {
      return Optional.of(arrived);
    }
    // What this method itself has seen arrive waits for nothing more: the guest stands still.
    if (manner.proof() == Proof.LEFT_BEHIND && isOvertaken(deadline)) {
      return Optional.of(new Settled.Overtaken());
    }
    resumes++;
    try {
      target().hypervisor().power().resume(domain(), deadline.within(CALL_LIMIT));
      letGoAt = Optional.of(deadline.time().sinceStart());
    } catch (HypervisorException e) {
      messages.sayWithCause(AgentMessage.COPY_NOT_RESUMED, e.words(), domain(), target().node());
    }
    return Optional.empty();
  }

  private Optional<Settled> destroyCopy(Deadline deadline) {
    if (isOvertaken(deadline)) {
      return Optional.of(new Settled.Overtaken());
    }
    messages.say(AgentMessage.COPY_DESTROYED, domain(), target().node());
    try {
      target().hypervisor().power().destroy(domain(), deadline.within(CALL_LIMIT));
    } catch (HypervisorException e) {
      LOG.debug("copy on {} not destroyed: {}", target().node(), e.words());
    }
    return pause(deadline);
  }

  /** Then what is there may be a copy that the other node has booted. */
  private boolean isOvertaken(Deadline deadline) {
    return ledger.isOvertaken(deadline.within(RECORD_LIMIT));
  }

  private Place target() {
    return route.target();
  }

  private DomainName domain() {
    return target().places().domain();
  }
}
