package org.scxvm.stop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupView;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.migration.Side;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Begun;
import org.scxvm.settle.Place;
import org.scxvm.settle.Settled;
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

  private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);

  private final Stopping stopping;
  private final OwnerSteps owner;
  private final NoteMove note;
  private Optional<Begun> open = Optional.empty();
  private String whyNot = "it was not migrated";
  private boolean settled;

  MoveAway(Stopping stopping) {
    this.stopping = stopping;
    this.owner = new OwnerSteps(stopping);
    this.note = new NoteMove(stopping);
  }

  /** Migrates if it can be done; empty if the domain has to be shut down here. */
  Optional<StopOutcome> attempt(Sighting first) {
    FindTarget find = new FindTarget(stopping.request(), stopping.sources());
    Destination destination = find.find(first, stopping.budget().migration());
    if (destination instanceof Destination.Nowhere nowhere) {
      whyNot = nowhere.reason();
      new NoMigration(stopping.domain(), stopping.messages()).explain(nowhere);
      return Optional.empty();
    }
    NodeName target = ((Destination.To) destination).node();
    try {
      settleWhatIsLeft();
      Sighting seen = seenNow(first);
      if (seen.isSilent()) {
        return unableToMigrate(seen.toString(), target);
      }
      Optional<String> objection = objection(seen);
      if (objection.isPresent()) {
        return notMigrated(objection.get());
      }
      MoveRequest request =
          requestTo(target, find.privateHostOf(target, stopping.budget().migration()));
      Begun planned = owner.planned(owner.moveTo(target, seen), uuidOf(seen));
      Optional<String> hindrance = hindrance(planned.target(), request);
      if (hindrance.isPresent()) {
        return unableToMigrate(hindrance.get(), target);
      }
      // Before anything is sent: what fails now has left nothing behind.
      return owner.onRecord(planned).begin()
          ? migrate(planned, request)
          : notMigrated("its owner was changed meanwhile");
    } catch (FolderException | ClusterException e) {
      return unableToMigrate(String.valueOf(e.getMessage()), target);
    }
  }

  private void settleWhatIsLeft() throws FolderException, ClusterException {
    Optional<Begun> left = owner.leftBehind().filter(begun -> begun.source().isHere());
    if (left.isPresent()) {
      Settled found = left.get().settle(stopping.budget().migration());
      note.settled(left.get(), found);
      LOG.debug("the migration that an earlier Stop has left behind: {}", found);
      if (found instanceof Settled.AtSource) {
        owner.onRecord(left.get()).keeps("the migration of an earlier Stop is settled");
      }
    }
  }

  /**
   * Whose a pause is the record tells, and that was read after the first look: a copy that waited
   * then has been let go on before the record says that it has arrived.
   */
  private Sighting seenNow(Sighting first) {
    StopBudget budget = stopping.budget();
    return first.is(Activity.PAUSED_BY_USER)
        ? stopping.look().until(budget.migration().later(budget.answer().within(LOOK_LIMIT)))
        : first;
  }

  private Optional<String> objection(Sighting seen) throws ClusterException {
    Optional<String> objection = owner.objection(seen);
    return objection.isPresent() ? objection : FindTarget.unwell(seen);
  }

  private MoveRequest requestTo(NodeName target, Optional<String> privateHost) {
    boolean live = stopping.request().failoverType() == FailoverType.LIVE;
    return stopping.request().peers().to(target, privateHost, live);
  }

  /** Where the domain is on the target already, that has to be settled, whatever else is found. */
  private Optional<String> hindrance(Place target, MoveRequest request) {
    // The connection over which the copy is let go on: opened now, it costs no downtime.
    Side there = target.look(stopping.budget().foresight());
    LOG.debug("target: {}", there);
    return there.doing().isPresent()
        ? Optional.empty()
        : stopping
            .sources()
            .foresight()
            .hindrance(target.node(), request, stopping.budget().foresight());
  }

  private Optional<StopOutcome> unableToMigrate(String reason, NodeName target) {
    whyNot = reason;
    stopping.messages().say(AgentMessage.NOT_MIGRATED, stopping.domain(), reason);
    return whenFailed(target);
  }

  /** The domain is still here, and somebody wanted it to be migrated: is it to be shut down? */
  private Optional<StopOutcome> whenFailed(NodeName target) {
    if (stopping.request().migrationFailure() == MigrationFailure.SHUTDOWN) {
      return Optional.empty();
    }
    stopping.messages().say(AgentMessage.STAYS, stopping.domain(), target);
    return Optional.of(new NotStopped(whyNot));
  }

  private Optional<StopOutcome> notMigrated(String reason) {
    whyNot = reason;
    stopping.messages().say(AgentMessage.NOT_MIGRATED, stopping.domain(), reason);
    return Optional.empty();
  }

  /**
   * When the domain is down here: what a migration, of this Stop or of an earlier one that was
   * ended, has left on its target. Empty if nothing of it is left there.
   */
  Optional<StopOutcome> settleWhenDown() {
    FinishMove finish = new FinishMove(stopping, owner, note);
    return open.isPresent() || settled ? finish.finish(open) : finish.finishLeftBehind();
  }

  /** It is down here, and seen where the cluster wants it: an earlier migration has succeeded. */
  StopOutcome goneBefore() {
    try {
      Deadline limit = stopping.budget().answer().within(LOOK_LIMIT);
      GroupView group = stopping.cluster().apply(limit).group();
      List<NodeName> targets = group.targetNodes().orElseGet(List::of);
      if (targets.size() != 1 || !group.nodeList().containsAll(targets)) {
        return new NotStopped("it is down here, and no node of the node list is its target");
      }
      NodeName target = targets.get(0);
      Side there = stopping.places().of(target, "", limit).look(limit);
      return there.doing().isPresent() && owner.names(target)
          ? new StopOutcome.HandedOver(target)
          : new NotStopped("it is down here, and node " + target + " says: " + there);
    } catch (ClusterException e) {
      return new NotStopped(e.words());
    }
  }

  /** Why it has not been migrated, as far as that is known. */
  String whyNot() {
    return whyNot;
  }

  /** What there is to say of a migration, for people. Last of all: no answer depends on it. */
  void keepNote() {
    note.keep(owner.last());
  }

  private Optional<StopOutcome> migrate(Begun planned, MoveRequest request) throws FolderException {
    NodeName target = planned.move().target();
    if (!owner.onRecord(planned).isUnchanged()) {
      return notMigrated("its owner was changed meanwhile");
    }
    String participle = stopping.request().failoverType().participle();
    stopping.messages().say(AncestorMessage.BEING_MOVED, stopping.domain(), participle, target);
    StopBudget budget = stopping.budget();
    MoveRequest watched = request.watchedBy(note.begins(request.live()));
    MoveEnd end =
        stopping
            .here()
            .moves()
            .move(stopping.domain(), watched, budget.migration(), budget.answer());
    LOG.debug("move of {} to {}: {}", stopping.domain(), request.peerUri(), end);
    explain(end, target);
    if (end.hasBegun()) {
      return settle(planned.ended(end, budget.answer().time().sinceStart()));
    }
    settled = true;
    note.notBegun(planned, end);
    owner.onRecord(planned).keeps("the migration did not begin");
    return whenFailed(target);
  }

  private Optional<StopOutcome> settle(Begun begun) {
    Deadline atLeast = stopping.budget().answer().within(TRUTH_MIN);
    Settled found = begun.settle(stopping.budget().truth().later(atLeast));
    note.settled(begun, found);
    settled = !(found instanceof Settled.Open);
    open = settled ? Optional.empty() : Optional.of(begun);
    if (found instanceof Settled.AtSource) {
      owner.onRecord(begun).keeps("the migration has failed");
      return whenFailed(begun.move().target());
    }
    return new HandOver(stopping, begun, owner).after(found);
  }

  private static String uuidOf(Sighting seen) {
    return seen.answer().knownUuid().orElse("");
  }

  private void explain(MoveEnd end, NodeName target) {
    if (end instanceof MoveEnd.OutOfTime late) {
      whyNot = late.reason();
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
    whyNot = reason;
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
