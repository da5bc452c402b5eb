package org.scxvm.start;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.message.AgentMessage;
import org.scxvm.noop.FoundMarker;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before a boot: a marker that names another node means that the domain was migrated there, and the
 * cluster has then chosen this node. It is not booted here while it may run over there.
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
      FoundMarker found = starting.files().markers().find();
      return found instanceof FoundMarker.Known known
          ? objection(known.marker().move().target())
          : Optional.empty();
    } catch (FolderException e) {
      return Optional.of("whether it was migrated to another node cannot be told: " + e.words());
    } catch (ClusterException e) {
      return Optional.of("whether it runs on another node cannot be told: " + e.words());
    }
  }

  private Optional<String> objection(NodeName target) throws ClusterException {
    Cluster cluster = starting.cluster().apply(starting.call());
    if (target.equals(cluster.nodes().thisNode())) {
      return Optional.empty();
    }
    String uri =
        starting
            .request()
            .peers()
            .to(target, cluster.nodes().privateHostOf(target), true)
            .peerUri();
    Answer answer =
        starting
            .hypervisors()
            .at(uri)
            .sight()
            .look(starting.domain(), starting.answer().within(LOOK_LIMIT))
            .answer();
    LOG.debug("node {} says of {}: {}", target, starting.domain(), answer);
    boolean silent = answer instanceof Answer.Silent && !cluster.nodes().isDown(target);
    if (answer.doing().isEmpty() && !silent) {
      return Optional.empty();
    }
    starting.messages().say(AgentMessage.ELSEWHERE, starting.domain(), target, answer);
    return Optional.of("it was migrated to node " + target + ", which says: " + answer);
  }
}
