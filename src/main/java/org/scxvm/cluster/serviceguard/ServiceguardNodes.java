package org.scxvm.cluster.serviceguard;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.NodeView;
import org.scxvm.resource.NodeName;

/** The nodes as Serviceguard has them. */
record ServiceguardNodes(ServiceguardCall call, NodeView byHand, TellingCommands telling)
    implements NodeView {

  @Override
  public NodeName thisNode() throws ClusterException {
    Optional<String> name = call.node();
    return name.isPresent() ? ServiceguardCall.named(name.get()) : byHand.thisNode();
  }

  /** Its nodes have no numbers. */
  @Override
  public String thisNodeId() throws ClusterException {
    return thisNode().value();
  }

  /** There are no names for an interconnect; Migration_uri is not needed, nothing migrates. */
  @Override
  public Optional<String> privateHostOf(NodeName node) {
    return Optional.empty();
  }

  /** Thrown out, and so reset: that it is down says nothing of a domain that runs beside. */
  @Override
  public boolean isDown(NodeName node) throws ClusterException {
    return telling.cluster().hasFailed(node, thisNode());
  }
}
