package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.resource.FailoverType;
import org.scxvm.stop.FindTarget.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of a Stop that migrates: once, within its share of the time. */
final class MoveAway {

  private static final Logger LOG = LoggerFactory.getLogger(MoveAway.class);

  private final Stopping stopping;
  private Optional<SettleMove> open = Optional.empty();

  MoveAway(Stopping stopping) {
    this.stopping = stopping;
  }

  /** Migrates if it can be done; empty if the domain has to be shut down here. */
  Optional<StopOutcome> attempt(Sighting seen) {
    Optional<Target> target = new FindTarget(stopping).find();
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (!isHealthy(seen)) {
      stopping.messages().say(AgentMessage.NOT_MIGRATED, stopping.domain(), seen);
      return Optional.empty();
    }
    return migrate(target.get(), seen);
  }

  /**
   * After the domain went down here: what a migration that could not be judged before has left on
   * its target. Empty if nothing of it is left there.
   */
  Optional<StopOutcome> settleAfterPowerOff() {
    return open.flatMap(settle -> settle.finish(stopping.budget().answer()));
  }

  private Optional<StopOutcome> migrate(Target target, Sighting seen) {
    FailoverType type = stopping.request().failoverType();
    stopping
        .messages()
        .say(AncestorMessage.BEING_MOVED, stopping.domain(), type.participle(), target.node());
    MoveRequest request =
        stopping
            .request()
            .peers()
            .to(target.node(), target.privateHost(), type == FailoverType.LIVE);
    MoveEnd end =
        stopping.here().moves().move(stopping.domain(), request, stopping.budget().migration());
    LOG.debug("move of {} to {}: {}", stopping.domain(), request.peerUri(), end);
    explain(end, target);
    if (!end.hasBegun()) {
      return Optional.empty();
    }
    SettleMove settle =
        new SettleMove(stopping, target, request.peerUri(), new SettleMove.Begun(end, seen));
    Optional<StopOutcome> outcome = settle.settle(stopping.budget().truth());
    open = settle.isOpen() ? Optional.of(settle) : Optional.empty();
    return outcome;
  }

  private void explain(MoveEnd end, Target target) {
    if (end instanceof MoveEnd.OutOfTime late) {
      stopping
          .messages()
          .sayWithCause(
              AgentMessage.MOVE_OUT_OF_TIME, late.reason(), stopping.domain(), target.node());
    } else if (end instanceof MoveEnd.Failed failed) {
      moveFailed(failed.reason(), target);
    } else if (end instanceof MoveEnd.NotBegun notBegun) {
      moveFailed(notBegun.reason(), target);
    }
  }

  private void moveFailed(String reason, Target target) {
    stopping
        .messages()
        .sayWithCause(
            AncestorMessage.MOVE_FAILED,
            reason,
            stopping.domain(),
            stopping.request().failoverType().verb(),
            target.node());
  }

  /** Only a guest that is plainly well is carried to another node. */
  private static boolean isHealthy(Sighting seen) {
    return seen.is(Activity.RUNNING) || seen.is(Activity.PAUSED_BY_USER);
  }
}
