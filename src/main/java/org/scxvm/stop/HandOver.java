package org.scxvm.stop;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.StopOutcome.HandedOver;
import org.scxvm.time.Deadline;

/**
 * What is left to do when the domain is on the other node. None of it can make the Stop fail: the
 * domain is gone from here, and a Start that finds it running needs no marker.
 */
final class HandOver {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private final Stopping stopping;
  private final Begun begun;
  private final NodeName target;
  private final Hypervisor there;

  HandOver(Stopping stopping, Begun begun, Hypervisor there) {
    this.stopping = stopping;
    this.begun = begun;
    this.target = begun.target();
    this.there = there;
  }

  StopOutcome complete(Answer peer) {
    stopping
        .messages()
        .say(
            AncestorMessage.MOVED,
            stopping.domain(),
            stopping.request().failoverType().participle(),
            target);
    if (begun.end() instanceof MoveEnd.Succeeded succeeded) {
      succeeded
          .downtime()
          .ifPresent(
              downtime ->
                  stopping
                      .messages()
                      .say(AgentMessage.DOWNTIME, stopping.domain(), downtime.toMillis()));
    }
    boolean noted = leaveMarker(peer);
    // Until the move is noted, libvirt's "shut off (migrated)" here is the proof that it worked.
    if (saveDefinition() && noted) {
      forgetDefinition();
    }
    stopping.messages().say(AncestorMessage.NO_OP_STOP);
    return new HandedOver(target);
  }

  /** Where the marker cannot be left, the announcement stays and names the target. */
  private boolean leaveMarker(Answer peer) {
    try {
      NodeName source = stopping.cluster().apply(limit()).nodes().thisNode();
      NoOpMarker.Subject subject =
          new NoOpMarker.Subject(stopping.request().resource(), stopping.domain(), begun.uuid());
      boolean paused = peer.doing().filter(Activity.PAUSED_BY_USER::equals).isPresent();
      String time =
          stopping.request().limit().time().wallClock().truncatedTo(ChronoUnit.SECONDS).toString();
      NoOpMarkers markers = stopping.files().markers();
      markers.leave(new NoOpMarker(subject, new NoOpMarker.Move(source, target), paused, time));
      markers.withdraw();
      return true;
    } catch (FolderException | ClusterException e) {
      stopping
          .messages()
          .sayWithCause(AgentMessage.MARKER_NOT_WRITTEN, String.valueOf(e.getMessage()), target);
      return false;
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
