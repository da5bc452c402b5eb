package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.StopOutcome.NotStopped;
import org.scxvm.switchover.Destination;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a Stop that migrates: once, within its share of the time. */
final class MoveAway {

  private static final Logger LOG = LoggerFactory.getLogger(MoveAway.class);

  /** A move that took long to cancel is asked about, too. */
  private static final Duration TRUTH_MIN = Duration.ofSeconds(5);

  private final Stopping stopping;
  private final Announcement announcement;
  private Optional<SettleMove> open = Optional.empty();

  MoveAway(Stopping stopping) {
    this.stopping = stopping;
    this.announcement = new Announcement(stopping);
  }

  /** Migrates if it can be done; empty if the domain has to be shut down here. */
  Optional<StopOutcome> attempt(Sighting seen) {
    FindTarget find = new FindTarget(stopping.request(), stopping.sources());
    Destination destination = find.find(seen, stopping.budget().migration());
    if (destination instanceof Destination.Nowhere nowhere) {
      new NoMigration(stopping.domain(), stopping.messages()).explain(nowhere);
      return Optional.empty();
    }
    NodeName target = ((Destination.To) destination).node();
    Optional<String> privateHost = find.privateHostOf(target, stopping.budget().migration());
    try {
      announcement.make(target, seen);
    } catch (FolderException | ClusterException e) {
      stopping
          .messages()
          .say(AgentMessage.NOT_MIGRATED, stopping.domain(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    return migrate(target, privateHost, seen);
  }

  /**
   * When the domain is down here: what a migration, of this Stop or of an earlier one that was
   * ended, has left on its target. Empty if nothing of it is left there.
   */
  Optional<StopOutcome> settleWhenDown() {
    try {
      Optional<SettleMove> settle = open.isPresent() ? open : leftBehind();
      Optional<StopOutcome> outcome =
          settle.flatMap(move -> move.finish(stopping.budget().answer()));
      if (outcome.isEmpty()) {
        announcement.withdraw();
      }
      return outcome;
    } catch (ClusterException e) {
      stopping
          .messages()
          .sayWithCause(
              AgentMessage.COPY_NOT_RULED_OUT, e.words(), stopping.domain(), "another node");
      return Optional.of(new NotStopped("a migration was announced: " + e.words()));
    }
  }

  private Optional<SettleMove> leftBehind() throws ClusterException {
    return announcement.leftBehind().map(begun -> new SettleMove(stopping, begun));
  }

  private Optional<StopOutcome> migrate(
      NodeName target, Optional<String> privateHost, Sighting seen) {
    FailoverType type = stopping.request().failoverType();
    boolean live = type == FailoverType.LIVE;
    stopping
        .messages()
        .say(AncestorMessage.BEING_MOVED, stopping.domain(), type.participle(), target);
    MoveRequest request = stopping.request().peers().to(target, privateHost, live);
    StopBudget budget = stopping.budget();
    MoveEnd end =
        stopping
            .here()
            .moves()
            .move(stopping.domain(), request, budget.migration(), budget.answer());
    LOG.debug("move of {} to {}: {}", stopping.domain(), request.peerUri(), end);
    explain(end, target);
    if (!end.hasBegun()) {
      announcement.withdraw();
      return Optional.empty();
    }
    return settle(announcement.begun(target, request.peerUri(), seen, end));
  }

  private Optional<StopOutcome> settle(Begun begun) {
    SettleMove settle = new SettleMove(stopping, begun);
    Deadline atLeast = stopping.budget().answer().within(TRUTH_MIN);
    Optional<StopOutcome> outcome = settle.settle(stopping.budget().truth().later(atLeast));
    if (settle.isOpen()) {
      open = Optional.of(settle);
    } else if (outcome.isEmpty()) {
      announcement.withdraw();
    }
    return outcome;
  }

  private void explain(MoveEnd end, NodeName target) {
    if (end instanceof MoveEnd.OutOfTime late) {
      stopping
          .messages()
          .sayWithCause(AgentMessage.MOVE_OUT_OF_TIME, late.reason(), stopping.domain(), target);
    } else if (end instanceof MoveEnd.Failed failed) {
      moveFailed(failed.reason(), target);
    } else if (end instanceof MoveEnd.NotBegun notBegun) {
      moveFailed(notBegun.reason(), target);
    }
  }

  private void moveFailed(String reason, NodeName target) {
    stopping
        .messages()
        .sayWithCause(
            AncestorMessage.MOVE_FAILED,
            reason,
            stopping.domain(),
            stopping.request().failoverType().verb(),
            target);
  }
}
