package org.scxvm.cluster.serviceguard;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/**
 * What {@code cmviewcl -f line} says of the nodes and packages.
 *
 * <pre>
 * node:n1|name=n1
 * node:n1|status=up
 * node:n1|state=running
 * package:vm1|name=vm1
 * </pre>
 */
final class ClusterLines {

  private static final Pattern OF_NODE = Pattern.compile("node:([^|]+)\\|(status|state)=(.*)");
  private static final Pattern OF_PACKAGE = Pattern.compile("package:([^|=]+)\\|.*");

  private final Map<NodeName, Condition> nodes = new LinkedHashMap<>();
  private final Set<String> packages = new LinkedHashSet<>();

  /** What is told of a node. */
  private record Condition(String status, String state) {

    Condition with(String attribute, String value) {
      return attribute.equals("status")
          ? new Condition(value, state)
          : new Condition(status, value);
    }
  }

  private ClusterLines() {}

  /** No cluster, no nodes. */
  static ClusterLines none() {
    return new ClusterLines();
  }

  /** Reads the output of the command. */
  static ClusterLines parse(String text) throws ClusterException {
    ClusterLines lines = new ClusterLines();
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher node = OF_NODE.matcher(line);
      if (node.matches()) {
        NodeName name = ServiceguardCall.named(node.group(1));
        Condition before = lines.nodes.getOrDefault(name, new Condition("", ""));
        lines.nodes.put(name, before.with(node.group(2), node.group(3)));
      }
      Matcher group = OF_PACKAGE.matcher(line);
      if (group.matches()) {
        lines.packages.add(group.group(1));
      }
    }
    if (lines.nodes.isEmpty()) {
      throw new ClusterException("cmviewcl: it lists no nodes");
    }
    return lines;
  }

  Set<NodeName> nodes() {
    return Set.copyOf(nodes.keySet());
  }

  Set<String> packages() {
    return Set.copyOf(packages);
  }

  /**
   * Whether a node was thrown out, which its safety timer has turned into a reset. A node that was
   * halted in good order may run a domain that Serviceguard does not know of; one whose state is
   * unknown was never a member. Only an active member knows any of this.
   */
  boolean hasFailed(NodeName node, NodeName seenFrom) {
    return is(seenFrom, "up", "running") && is(node, "down", "failed");
  }

  private boolean is(NodeName node, String status, String state) {
    return new Condition(status, state).equals(nodes.get(node));
  }
}
