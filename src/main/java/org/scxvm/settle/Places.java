package org.scxvm.settle;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * The nodes of the cluster, as a domain is looked for on them.
 *
 * @param connectUri the hypervisor of this node
 * @param peers how those of the other nodes are reached
 * @param vacant nodes of which a person says that they do not have the domain
 */
public record Places(
    Hypervisors hypervisors,
    String connectUri,
    PeerAddresses peers,
    Function<Deadline, Cluster> cluster,
    DomainName domain,
    Set<NodeName> vacant) {

  /**
   * That node, for the domain of that identity.
   *
   * @throws ClusterException nobody says which node this is
   */
  public Place of(NodeName node, String uuid, Deadline deadline) throws ClusterException {
    Cluster asked = cluster.apply(deadline);
    if (node.equals(asked.nodes().thisNode())) {
      return new Place(node, hypervisors.at(connectUri), true, this, uuid);
    }
    Optional<String> privateHost = asked.nodes().privateHostOf(node);
    String uri = peers.to(node, privateHost, true).peerUri();
    return new Place(node, hypervisors.at(uri), false, this, uuid);
  }
}
