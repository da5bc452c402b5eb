package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.migration.Side;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Begun;
import org.scxvm.settle.Place;
import org.scxvm.settle.Settled;
import org.scxvm.stop.StopOutcome.NotStopped;

/**
 * When the domain is down here: what a migration has left on its target. Every answer is empty if
 * nothing of it is left there.
 */
record FinishMove(Stopping stopping, OwnerSteps owner, NoteMove note) {

  /** The domain is down here already, and a node that is silent must not make that take long. */
  private static final Duration FETCH_LIMIT = Duration.ofSeconds(10);

  private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);

  /** What an earlier Stop of this node has begun, or a Start that was fetching the domain. */
  Optional<StopOutcome> finishLeftBehind() {
    try {
      return finish(leftBehind());
    } catch (ClusterException e) {
      notRuledOut(e.words(), "another node");
      return Optional.of(new NotStopped("a migration is on record: " + e.words()));
    }
  }

  private Optional<Begun> leftBehind() throws ClusterException {
    try {
      return owner.leftBehind();
    } catch (FolderException e) {
      owner.notRecorded(e.words());
      return Optional.empty();
    }
  }

  /** The migration that could not be judged before; there may be none. */
  Optional<StopOutcome> finish(Optional<Begun> begun) {
    Optional<StopOutcome> outcome =
        begun.flatMap(each -> each.source().isHere() ? finish(each) : finishFetch(each));
    if (outcome.isEmpty()) {
      owner.released();
    }
    return outcome;
  }

  private Optional<StopOutcome> finish(Begun begun) {
    Settled found = begun.finish(true, stopping.budget().answer());
    note.settled(begun, found);
    if (found instanceof Settled.AtSource) {
      return upAgain(look(begun.source()));
    }
    if (found instanceof Settled.Overtaken) {
      return unlessDown(look(begun.source()));
    }
    if (!(found instanceof Settled.Open still)) {
      return new HandOver(stopping, begun, owner).after(found);
    }
    NodeName target = begun.move().target();
    notRuledOut(still.reason(), "node " + target);
    return Optional.of(new NotStopped("a copy on " + target + " is not ruled out"));
  }

  /**
   * A Start of this node was fetching the domain, and was ended. It is down here; where it is
   * otherwise only this node may say. As long as that cannot be told the record names both nodes.
   */
  private Optional<StopOutcome> finishFetch(Begun begun) {
    Settled found = begun.finish(false, stopping.budget().answer().within(FETCH_LIMIT));
    if (found instanceof Settled.AtTarget) {
      return upAgain(look(begun.target()));
    }
    if (!found.isTold()) {
      return unlessDown(look(begun.target()));
    }
    if (found instanceof Settled.AtSource) {
      owner.onRecord(begun).keeps("the fetch of an earlier Start is settled");
    } else {
      owner.onRecord(begun).gone("the fetch of an earlier Start is settled");
    }
    return Optional.empty();
  }

  private Side look(Place here) {
    return here.look(stopping.budget().answer().within(LOOK_LIMIT));
  }

  /** Whoever does not see it down must not say so. */
  private Optional<StopOutcome> unlessDown(Side here) {
    return here instanceof Side.Absent ? Optional.empty() : upAgain(here);
  }

  private Optional<StopOutcome> upAgain(Side here) {
    String cause = "it was down here, and is now: " + here;
    stopping.messages().sayWithCause(AncestorMessage.NOT_DESTROYED, cause, stopping.domain());
    return Optional.of(new NotStopped(cause));
  }

  private void notRuledOut(String cause, String where) {
    stopping
        .messages()
        .sayWithCause(AgentMessage.COPY_NOT_RULED_OUT, cause, stopping.domain(), where);
  }
}
