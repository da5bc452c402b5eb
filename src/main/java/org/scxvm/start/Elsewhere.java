package org.scxvm.start;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.message.AgentMessage;
import org.scxvm.noop.FoundMarker;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before a boot: a marker or an announced migration that names another node means that the domain
 * may run there, and the cluster has then chosen this node. It is not booted here while it may.
 */
final class Elsewhere {

  private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

  private final Starting starting;

  /** Where the domain of that UUID may be. */
  private record Place(NodeName node, String uuid) {

    static Place source(NoOpMarker marker) {
      return new Place(marker.move().source(), marker.subject().uuid());
    }

    static Place target(NoOpMarker marker) {
      return new Place(marker.move().target(), marker.subject().uuid());
    }
  }

  Elsewhere(Starting starting) {
    this.starting = starting;
  }

  /** Why the domain must not be booted here; empty if nothing is known against it. */
  Optional<String> objection() {
    try {
      NoOpMarkers markers = starting.files().markers();
      Set<Place> places = new LinkedHashSet<>();
      if (markers.find() instanceof FoundMarker.Known known && fits(known.marker())) {
        places.add(Place.target(known.marker())); // its source was seen down
      }
      FoundMarker announced = markers.findAnnounced();
      if (announced instanceof FoundMarker.Known known && fits(known.marker())) {
        places.add(Place.target(known.marker()));
        places.add(Place.source(known.marker()));
      } else if (!(announced instanceof FoundMarker.None)) {
        return Optional.of(
            "the note of a migration is not to be used: when the domain runs on no node, remove "
                + markers.announcementPath());
      }
      return objection(places);
    } catch (FolderException | ClusterException e) {
      return Optional.of("whether it runs on another node cannot be told: " + e.getMessage());
    }
  }

  /** Nobody connects to a node that the cluster does not name, whatever a file says. */
  private boolean fits(NoOpMarker marker) throws ClusterException {
    return marker.fits(
        starting.request().resource(), starting.domain(), cluster().group().nodeList());
  }

  private Optional<String> objection(Set<Place> places) throws ClusterException {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    NodeName thisNode = cluster().nodes().thisNode();
    for (Place place : places) {
      if (!place.node().equals(thisNode)) {
        Optional<String> objection = objection(place);
        if (objection.isPresent()) {
          return objection;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> objection(Place place) throws ClusterException {
    NodeName node = place.node();
    Optional<String> privateHost = cluster().nodes().privateHostOf(node);
    String uri = starting.request().peers().to(node, privateHost, true).peerUri();
    Answer answer =
        starting
            .hypervisors()
            .at(uri)
            .sight()
            .look(starting.domain(), starting.answer().within(LOOK_LIMIT))
            .answer();
    LOG.debug("node {} says of {}: {}", node, starting.domain(), answer);
    boolean silent = answer instanceof Answer.Silent && !cluster().nodes().isDown(node);
    boolean another = answer.knownUuid().filter(uuid -> !uuid.equals(place.uuid())).isPresent();
    if (another || (answer.doing().isEmpty() && !silent)) {
      return Optional.empty();
    }
    starting.messages().say(AgentMessage.ELSEWHERE, starting.domain(), node, answer);
    return Optional.of("it was migrated to or from node " + node + ", which says: " + answer);
  }

  private Cluster cluster() {
    return starting.cluster().apply(starting.call());
  }
}
