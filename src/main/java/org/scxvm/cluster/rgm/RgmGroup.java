package org.scxvm.cluster.rgm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupView;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.NodeName;

/** {@code scha_resourcegroup_get}. */
final class RgmGroup implements GroupView {

  private static final String GET = "scha_resourcegroup_get";

  /** SCHA_ERR_TAG: a release before TARGET_NODES. Not verified: no RGM here. */
  private static final int UNKNOWN_TAG = 4;

  private final ClusterCommand command;
  private final RgmResource resource;

  RgmGroup(ClusterCommand command, RgmResource resource) {
    this.command = command;
    this.resource = resource;
  }

  @Override
  public String name() throws ClusterException {
    return resource.group();
  }

  @Override
  public Optional<List<NodeName>> targetNodes() throws ClusterException {
    String[] words = words("TARGET_NODES");
    Ended ended = command.run(GET, words);
    if (ended.status() == UNKNOWN_TAG) {
      return Optional.empty();
    }
    if (ended.status() != 0) {
      throw ClusterCommand.failed(ended, GET, words);
    }
    return Optional.of(nodes(ended.out().lines().toList()));
  }

  /** Anything else, {@code UNMANAGED} and {@code ERROR_STOP_FAILED} too, may be online there. */
  @Override
  public boolean isOfflineOn(NodeName node) throws ClusterException {
    return command.line(GET, words("RG_STATE_NODE", node.value())).equals("OFFLINE");
  }

  @Override
  public List<NodeName> nodeList() throws ClusterException {
    return nodes(command.lines(GET, words("NODELIST")));
  }

  private String[] words(String tag, String... operands) throws ClusterException {
    List<String> words = new ArrayList<>(List.of("-O", tag, "-G", resource.group()));
    words.addAll(List.of(operands));
    return words.toArray(new String[0]);
  }

  /** One node a line, in a zone as {@code node:zone}; the hypervisor is the node's. */
  private static List<NodeName> nodes(List<String> lines) throws ClusterException {
    List<NodeName> nodes = new ArrayList<>();
    for (String line : lines) {
      String name = line.strip().replaceFirst(":.*", "");
      if (!name.isEmpty()) {
        nodes.add(RgmNodes.named(name));
      }
    }
    return nodes;
  }
}
