package org.scxvm.cluster;

import java.util.Optional;
import org.scxvm.resource.NodeName;

/** The nodes of the cluster. */
public interface NodeView {

  NodeName thisNode() throws ClusterException;

  /** The number by which properties that are set per node know this one. */
  String thisNodeId() throws ClusterException;

  /** The name or address of a node on the private interconnect; empty if it cannot be had. */
  Optional<String> privateHostOf(NodeName node);

  /** Whether the cluster's membership says that the node is gone. */
  boolean isDown(NodeName node) throws ClusterException;
}
