package org.scxvm.settle;

import java.time.Duration;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.migration.Side;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node on which the domain may be, as it can be asked and told from here.
 *
 * @param node its name
 * @param isHere whether it is this node
 * @param uuid the domain's identity; another domain of the name is nobody's copy. Empty if it is
 *     not known, then the name decides
 */
public record Place(
    NodeName node, Hypervisor hypervisor, boolean isHere, Places places, String uuid) {

  private static final Logger LOG = LoggerFactory.getLogger(Place.class);
  private static final Duration CLUSTER_LIMIT = Duration.ofSeconds(5);

  /**
   * What the node has of the domain. One that the cluster has thrown out has nothing: its
   * membership fences. It is asked all the same, because it may answer.
   */
  public Side look(Deadline deadline) {
    if (places.vacant().contains(node)) {
      return new Side.Absent(false);
    }
    Sighting seen = hypervisor.sight().look(places.domain(), deadline);
    LOG.debug("node {} says of {}: {}", node, places.domain(), seen);
    if (seen.answer().knownUuid().filter(this::isOther).isPresent()) {
      return new Side.Absent(false);
    }
    if (isHere) {
      return Side.of(seen);
    }
    boolean fenced = seen.answer() instanceof Answer.Silent && isFenced(deadline);
    return fenced ? new Side.Absent(false) : Side.of(seen.answer());
  }

  private boolean isOther(String found) {
    return !uuid.isEmpty() && !uuid.equals(found);
  }

  private boolean isFenced(Deadline deadline) {
    Deadline limit =
        deadline.later(Deadline.in(deadline.time(), CLUSTER_LIMIT)).within(CLUSTER_LIMIT);
    try {
      return places.cluster().apply(limit).nodes().isDown(node);
    } catch (ClusterException e) {
      LOG.debug("state of node {} unknown: {}", node, e.words());
      return false;
    }
  }
}
