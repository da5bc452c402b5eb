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

  Elsewhere(Starting starting) {
    this.starting = starting;
  }

  /** Why the domain must not be booted here; empty if nothing is known against it. */
  Optional<String> objection() {
    try {
      NoOpMarkers markers = starting.files().markers();
      Set<NodeName> nodes = new LinkedHashSet<>();
      if (markers.find() instanceof FoundMarker.Known known) {
        nodes.add(known.marker().move().target()); // its source was seen down
      }
      if (markers.findAnnounced() instanceof FoundMarker.Known known) {
        nodes.add(known.marker().move().target());
        nodes.add(known.marker().move().source());
      }
      return objection(nodes);
    } catch (FolderException | ClusterException e) {
      return Optional.of("whether it runs on another node cannot be told: " + e.getMessage());
    }
  }

  private Optional<String> objection(Set<NodeName> nodes) throws ClusterException {
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    nodes.remove(cluster().nodes().thisNode());
    for (NodeName node : nodes) {
      Optional<String> objection = objection(node);
      if (objection.isPresent()) {
        return objection;
      }
    }
    return Optional.empty();
  }

  private Optional<String> objection(NodeName node) throws ClusterException {
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
    if (answer.doing().isEmpty() && !silent) {
      return Optional.empty();
    }
    starting.messages().say(AgentMessage.ELSEWHERE, starting.domain(), node, answer);
    return Optional.of("it was migrated to or from node " + node + ", which says: " + answer);
  }

  private Cluster cluster() {
    return starting.cluster().apply(starting.call());
  }
}
