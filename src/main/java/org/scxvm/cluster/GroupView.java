package org.scxvm.cluster;

import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/** The resource group of the resource. */
public interface GroupView {

  /** Its name. */
  String name() throws ClusterException;

  /**
   * The nodes to which the group is being moved right now; an empty list if it is not being moved.
   * Empty altogether if this cluster manager cannot tell.
   */
  Optional<List<NodeName>> targetNodes() throws ClusterException;

  /**
   * Whether the group is offline on that node, and not about to be online. By hand, without a
   * cluster manager, no node has it online.
   */
  boolean isOfflineOn(NodeName node) throws ClusterException;

  /** The nodes that may have the group. */
  List<NodeName> nodeList() throws ClusterException;

  /**
   * The groups of this cluster, and scripts of their administrators that the cluster manager runs
   * with them; none where it has no such thing.
   */
  default List<GroupScript> scripts() throws ClusterException {
    return List.of();
  }
}
