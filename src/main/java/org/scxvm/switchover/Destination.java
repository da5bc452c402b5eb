package org.scxvm.switchover;

import java.util.List;
import org.scxvm.resource.NodeName;

/** Where a domain is to be migrated to, or why nowhere. */
public sealed interface Destination {

  /** To that node. */
  record To(NodeName node) implements Destination {}

  /** Nowhere: a normal failover. */
  record Nowhere(Why why, String detail) implements Destination {}

  /** The reasons for a normal failover. */
  enum Why {
    /** The group is not being switched to a named node. */
    NO_TARGET,
    /** The target is not another node of the node list. */
    NOT_IN_NODE_LIST,
    /** A sick guest is restarted, not carried along. */
    FAULTED
  }

  /** Decides from what the cluster says. */
  static Destination of(SwitchFacts facts) {
    List<NodeName> targets = facts.targets().orElse(List.of());
    if (targets.size() != 1) {
      return new Nowhere(Why.NO_TARGET, targets.isEmpty() ? "none named" : "named " + targets);
    }
    NodeName target = targets.get(0);
    if (target.equals(facts.thisNode()) || !facts.nodeList().contains(target)) {
      return new Nowhere(Why.NOT_IN_NODE_LIST, target.value());
    }
    return facts.faulted() ? new Nowhere(Why.FAULTED, target.value()) : new To(target);
  }
}
