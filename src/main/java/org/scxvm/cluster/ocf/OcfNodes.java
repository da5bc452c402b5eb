package org.scxvm.cluster.ocf;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.NodeView;
import org.scxvm.resource.NodeName;

/** The nodes as Pacemaker has them. */
record OcfNodes(OcfCall call, NodeView byHand, PacemakerNodes pacemaker) implements NodeView {

  @Override
  public NodeName thisNode() throws ClusterException {
    Optional<String> name = call.node();
    return name.isPresent() ? OcfCall.named(name.get()) : byHand.thisNode();
  }

  @Override
  public String thisNodeId() throws ClusterException {
    Optional<String> id = call.nodeId();
    return id.isPresent() ? id.get() : byHand.thisNodeId();
  }

  /** Pacemaker has no names for an interconnect; Migration_uri may name one. */
  @Override
  public Optional<String> privateHostOf(NodeName node) {
    return Optional.empty();
  }

  /** Fenced: that it is offline says nothing of a domain that Pacemaker does not know of. */
  @Override
  public boolean isDown(NodeName node) throws ClusterException {
    return pacemaker.isFenced(node);
  }
}
