package org.scxvm.cluster;

import java.util.Optional;
import org.scxvm.resource.NodeName;

/** The nodes of the cluster. */
public interface NodeView {

  NodeName thisNode() throws ClusterException;

  /** The name or address of a node on the private interconnect. */
  Optional<String> privateHostOf(NodeName node) throws ClusterException;

  /** Whether the cluster's membership says that the node is gone. */
  boolean isDown(NodeName node) throws ClusterException;
}
