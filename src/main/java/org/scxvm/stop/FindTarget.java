package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.Course;
import org.scxvm.switchover.Destination;
import org.scxvm.switchover.SwitchFacts;
import org.scxvm.time.Deadline;

/** Finds the node to which a Stop migrates the domain, or the reason why to none. */
record FindTarget(StopRequest request, SwitchSources sources) {

  /**
   * Asks whoever can tell; without an answer the domain is simply shut down.
   *
   * @param seen the last look at the domain
   */
  Destination find(Sighting seen, Deadline deadline) {
    if (!request.failoverType().migrates()) {
      return Destination.notWanted("Failover_type is normal");
    }
    try {
      return ask(sources.cluster().apply(deadline), seen, deadline);
    } catch (ClusterException e) {
      return Destination.notKnown(e.words());
    }
  }

  private Destination ask(Cluster cluster, Sighting seen, Deadline deadline)
      throws ClusterException {
    if (cluster.resource().isSwitchedOff()) {
      return Destination.notWanted("the resource is disabled");
    }
    return Destination.of(
        new SwitchFacts(
            course(cluster, deadline),
            cluster.group().nodeList(),
            cluster.nodes().thisNode(),
            sources.faultNoted().getAsBoolean()
                || cluster.resource().status() == ResourceStatus.FAULTED,
            unwell(seen)));
  }

  private Course course(Cluster cluster, Deadline deadline) throws ClusterException {
    Optional<Course> told =
        request.log().alone() ? Optional.empty() : Course.ofCluster(cluster.group().targetNodes());
    return told.isPresent()
        ? told.get()
        : new LookAtLog(sources.commandLogs(), request.log(), deadline).course(cluster);
  }

  /** Only a guest that is plainly well is carried to another node. */
  static Optional<String> unwell(Sighting seen) {
    boolean isWell = seen.is(Activity.RUNNING) || seen.is(Activity.PAUSED_BY_USER);
    return isWell && !seen.isStopped() ? Optional.empty() : Optional.of(seen.toString());
  }

  /** The name of a node on the private interconnect; empty if it cannot be had. */
  Optional<String> privateHostOf(NodeName node, Deadline deadline) {
    return sources.cluster().apply(deadline).nodes().privateHostOf(node);
  }
}
