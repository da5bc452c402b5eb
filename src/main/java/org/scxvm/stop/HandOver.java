package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SealedText;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Begun;
import org.scxvm.settle.MovedDefinition;
import org.scxvm.settle.Settled;
import org.scxvm.stop.StopOutcome.HandedOver;
import org.scxvm.stop.StopOutcome.NotStopped;

/**
 * What is left to do when the domain is on the other node. The Stop fails only if no record names
 * that node: the domain is gone from here, and a Start that finds it running needs no marker.
 */
final class HandOver {

  private final Stopping stopping;
  private final Begun begun;
  private final OwnerSteps owner;
  private final NodeName target;

  HandOver(Stopping stopping, Begun begun, OwnerSteps owner) {
    this.stopping = stopping;
    this.begun = begun;
    this.owner = owner;
    this.target = begun.move().target();
  }

  /** Empty if the domain is to go down here, or is down. */
  Optional<StopOutcome> after(Settled found) {
    return found instanceof Settled.AtTarget arrived
        ? Optional.of(complete(arrived))
        : Optional.empty();
  }

  private StopOutcome complete(Settled.AtTarget arrived) {
    stopping
        .messages()
        .say(
            AncestorMessage.MOVED,
            stopping.domain(),
            stopping.request().failoverType().participle(),
            target);
    begun
        .downtime()
        .ifPresent(
            downtime ->
                stopping
                    .messages()
                    .say(AgentMessage.DOWNTIME, stopping.domain(), downtime.toMillis()));
    String why = "the migration is settled, the copy is " + arrived.copy();
    // What could not be let go on stays a migration on record: the next Start settles it.
    boolean noted = !arrived.waits(begun.move()) && owner.onRecord(begun).arrived(why);
    if (!noted && !owner.names(target)) {
      String reason = "no record names node " + target;
      stopping
          .messages()
          .sayWithCause(
              AgentMessage.COPY_NOT_RULED_OUT, reason, stopping.domain(), "node " + target);
      return new NotStopped(reason);
    }
    leaveMarker();
    MovedDefinition definition =
        new MovedDefinition(
            stopping.request().resource(),
            begun,
            stopping.files().definitions(),
            stopping.messages());
    if (definition.save(stopping.budget().answer()) && noted) {
      definition.giveUp(stopping.budget().answer());
    }
    stopping.messages().say(AncestorMessage.NO_OP_STOP);
    return new HandedOver(target);
  }

  /** For an agent of 2008 on the target, and for people; this one has the record. */
  private void leaveMarker() {
    try {
      Ownership.Move move = begun.move();
      NoOpMarker.Subject subject =
          new NoOpMarker.Subject(stopping.request().resource(), stopping.domain(), begun.uuid());
      String time = SealedText.moment(stopping.request().limit().time().wallClock());
      NoOpMarker.Move nodes = new NoOpMarker.Move(move.source(), target);
      stopping.files().markers().leave(new NoOpMarker(subject, nodes, move.paused(), time));
    } catch (FolderException e) {
      stopping.messages().sayWithCause(AgentMessage.MARKER_NOT_WRITTEN, e.words(), target);
    }
  }
}
