package org.scxvm.cluster.rgm;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.NodeView;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code scha_cluster_get}. */
final class RgmNodes implements NodeView {

  private static final String GET = "scha_cluster_get";

  private static final Logger LOG = LoggerFactory.getLogger(RgmNodes.class);

  private final ClusterCommand command;

  RgmNodes(ClusterCommand command) {
    this.command = command;
  }

  @Override
  public NodeName thisNode() throws ClusterException {
    return named(command.line(GET, "-O", "NODENAME_LOCAL"));
  }

  @Override
  public String thisNodeId() throws ClusterException {
    return command.line(GET, "-O", "NODEID_LOCAL").strip();
  }

  @Override
  public Optional<String> privateHostOf(NodeName node) {
    try {
      String host = command.line(GET, "-O", "PRIVATELINK_HOSTNAME_NODE", node.value());
      return Optional.of(named(host).value());
    } catch (ClusterException e) {
      LOG.debug("no private name of {}: {}", node, e.words());
      return Optional.empty();
    }
  }

  @Override
  public boolean isDown(NodeName node) throws ClusterException {
    return command.line(GET, "-O", "NODESTATE_NODE", node.value()).equals("DOWN");
  }

  static NodeName named(String name) throws ClusterException {
    try {
      return new NodeName(name.strip());
    } catch (IllegalArgumentException e) {
      throw new ClusterException(GET + ": " + e.getMessage());
    }
  }
}
