package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.noop.FoundMarker;
import org.scxvm.resource.NodeName;
import org.scxvm.start.StartOutcome.Booted;
import org.scxvm.start.StartOutcome.Found;
import org.scxvm.start.StartOutcome.NoOp;
import org.scxvm.start.StartOutcome.NotStarted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The domain is here: says how it came, uses up the marker, saves the definition. */
final class Take {

  private static final Logger LOG = LoggerFactory.getLogger(Take.class);

  private final Starting starting;
  private final Claim claim;

  Take(Starting starting, Claim claim) {
    this.starting = starting;
    this.claim = claim;
  }

  StartOutcome take(Sighting seen, boolean booted) {
    Optional<String> stranger = stranger(seen);
    if (stranger.isPresent()) {
      starting.messages().say(AgentMessage.STRANGER, starting.domain(), stranger.get());
      return new NotStarted(stranger.get(), false);
    }
    Optional<String> twice = claim.confirm(seen, booted);
    if (twice.isPresent()) {
      starting
          .messages()
          .sayWithCause(AncestorMessage.FAILED_TO_START, twice.get(), starting.domain());
      return new NotStarted(twice.get(), false);
    }
    StartOutcome outcome = came(seen, booted);
    if (seen.is(Activity.PAUSED_BY_USER)) {
      starting.messages().say(AgentMessage.PAUSED_BY_USER, starting.domain());
    }
    clearAutostart();
    save();
    return outcome;
  }

  /** Another domain of the same name must not take the place of the saved one. */
  private Optional<String> stranger(Sighting seen) {
    try {
      if (starting.files().definitions().danger().isPresent()) {
        return Optional.empty(); // anybody may have written that, so it proves nothing
      }
      return starting
          .files()
          .definitions()
          .find(starting.domain())
          .map(DomainXml::uuid)
          .filter(uuid -> seen.answer().knownUuid().filter(uuid::equals).isEmpty());
    } catch (FolderException | DefinitionException e) {
      LOG.debug("no saved definition to compare with: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private StartOutcome came(Sighting seen, boolean booted) {
    boolean believed = useMarkerUp(seen, booted);
    if (booted) {
      starting.messages().say(AncestorMessage.STARTED, starting.domain());
      return new Booted();
    }
    if (believed || claim.hasArrived()) {
      starting.messages().say(AncestorMessage.NO_OP_START);
      return new NoOp();
    }
    starting.messages().say(AncestorMessage.MANUALLY_STARTED, starting.domain());
    return new Found();
  }

  /** Whether there was a marker that fits what is seen. Believed or not, none may stay behind. */
  private boolean useMarkerUp(Sighting seen, boolean booted) {
    try {
      FoundMarker found = starting.files().markers().find();
      if (found instanceof FoundMarker.None) {
        return false;
      }
      MarkerCheck check = new MarkerCheck(found, starting.request(), thisNode());
      String objection = check.objection(seen, booted).orElse("");
      if (objection.isEmpty()) {
        starting.files().markers().useUp();
        return true;
      }
      String kept = starting.files().markers().setAside();
      starting
          .messages()
          .say(AgentMessage.STALE_MARKER, starting.request().resource(), objection, kept);
    } catch (FolderException | ClusterException e) {
      markerNotRead(String.valueOf(e.getMessage()));
    }
    return false;
  }

  private void markerNotRead(String cause) {
    starting
        .messages()
        .sayWithCause(AgentMessage.MARKER_NOT_READ, cause, starting.request().resource());
  }

  private NodeName thisNode() throws ClusterException {
    return starting.cluster().apply(starting.call()).nodes().thisNode();
  }

  private void clearAutostart() {
    try {
      if (starting.here().definitions().clearAutostart(starting.domain(), starting.call())) {
        starting.messages().say(AgentMessage.AUTOSTART_CLEARED, starting.domain());
      }
    } catch (HypervisorException e) {
      if (e.fault() != Fault.UNSUPPORTED) { // a driver that does not know it does not do it
        starting
            .messages()
            .sayWithCause(AgentMessage.AUTOSTART_NOT_CLEARED, e.words(), starting.domain());
      }
    }
  }

  /** A good start stays one if saving fails; the operator and the cluster's status say so. */
  private void save() {
    try {
      String xml = starting.here().definitions().describe(starting.domain(), starting.call());
      starting.files().definitions().save(thisNode(), starting.domain(), xml);
    } catch (HypervisorException | FolderException | ClusterException | DefinitionException e) {
      notSaved(String.valueOf(e.getMessage()));
    }
  }

  private void notSaved(String cause) {
    starting
        .messages()
        .sayWithCause(
            AncestorMessage.SAVING_FAILED,
            cause,
            starting.domain(),
            starting.files().definitions().path(),
            starting.request().resource());
    try {
      starting
          .cluster()
          .apply(starting.call())
          .resource()
          .setStatus(ResourceStatus.DEGRADED, "definition not saved: " + cause);
    } catch (ClusterException e) {
      starting
          .messages()
          .sayWithCause(AgentMessage.STATUS_NOT_SET, e.words(), starting.request().resource());
    }
  }
}
