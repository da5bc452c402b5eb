package org.scxvm.stop;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Settled;
import org.scxvm.stop.StopOutcome.HandedOver;
import org.scxvm.stop.StopOutcome.NotStopped;
import org.scxvm.time.Deadline;

/**
 * What is left to do when the domain is on the other node. The Stop fails only if no record names
 * that node: the domain is gone from here, and a Start that finds it running needs no marker.
 */
final class HandOver {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private final Stopping stopping;
  private final Begun begun;
  private final OwnerSteps owner;
  private final NodeName target;
  private final Hypervisor there;

  HandOver(Stopping stopping, Begun begun, OwnerSteps owner) {
    this.stopping = stopping;
    this.begun = begun;
    this.owner = owner;
    this.target = begun.move().target();
    this.there = begun.target().hypervisor();
  }

  StopOutcome complete(Settled.AtTarget arrived) {
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
    boolean waits = arrived.waits(begun.move());
    boolean noted = !waits && owner.arrived(begun.move(), begun.uuid(), why);
    if (!noted && !owner.names(target)) {
      String reason = "no record names node " + target;
      stopping
          .messages()
          .sayWithCause(
              AgentMessage.COPY_NOT_RULED_OUT, reason, stopping.domain(), "node " + target);
      return new NotStopped(reason);
    }
    leaveMarker();
    // Until the move is on record, libvirt's "shut off (migrated)" here is the proof that it
    // worked.
    if (saveDefinition() && noted) {
      forgetDefinition();
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
      String time =
          stopping.request().limit().time().wallClock().truncatedTo(ChronoUnit.SECONDS).toString();
      NoOpMarker.Move nodes = new NoOpMarker.Move(move.source(), target);
      stopping.files().markers().leave(new NoOpMarker(subject, nodes, move.paused(), time));
    } catch (FolderException e) {
      stopping.messages().sayWithCause(AgentMessage.MARKER_NOT_WRITTEN, e.words(), target);
    }
  }

  /** The target's definition is the newest; it is saved on the target's behalf. */
  private boolean saveDefinition() {
    try {
      String xml = there.definitions().describe(stopping.domain(), limit());
      if (!DomainXml.parse(xml).uuid().equals(begun.uuid())) {
        throw new DefinitionException("node " + target + " describes another domain");
      }
      stopping.files().definitions().save(target, stopping.domain(), xml);
      return true;
    } catch (HypervisorException | FolderException | DefinitionException e) {
      notSaved(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private void notSaved(String cause) {
    stopping
        .messages()
        .sayWithCause(
            AncestorMessage.SAVING_FAILED,
            cause,
            stopping.domain(),
            stopping.files().definitions().path(),
            stopping.request().resource());
  }

  /** Best effort: a definition that stays here is compared with the saved one at the next Start. */
  private void forgetDefinition() {
    try {
      stopping.here().definitions().forget(stopping.domain(), limit());
    } catch (HypervisorException e) {
      if (e.fault() != Fault.NO_SUCH_DOMAIN) {
        stopping
            .messages()
            .sayWithCause(AgentMessage.DEFINITION_STAYS, e.words(), stopping.domain());
      }
    }
  }

  private Deadline limit() {
    return stopping.budget().answer().within(CALL_LIMIT);
  }
}
