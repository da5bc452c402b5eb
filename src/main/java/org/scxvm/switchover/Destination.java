package org.scxvm.switchover;

import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/** Where a domain is to be migrated to, or why nowhere. */
public sealed interface Destination {

  /** To that node. */
  record To(NodeName node) implements Destination {}

  /**
   * Nowhere: a normal failover.
   *
   * @param named the node that was named all the same
   * @param reason why exactly, for people
   */
  record Nowhere(Why why, Optional<NodeName> named, String reason) implements Destination {

    static Nowhere because(Why why, String reason) {
      return new Nowhere(why, Optional.empty(), reason);
    }
  }

  /** The reasons for a normal failover. */
  enum Why {
    /** The administrator wants no migration. */
    NOT_WANTED,
    /** The group is not being switched to a named node. */
    NO_TARGET,
    /** This node is being emptied and nobody says where the group goes. */
    EVACUATED,
    /** The target is not another node of the node list. */
    NOT_IN_NODE_LIST,
    /** A sick guest is restarted, not carried along. */
    UNWELL
  }

  /** No migration of a domain for which nobody wants one. */
  static Destination notWanted(String reason) {
    return Nowhere.because(Why.NOT_WANTED, reason);
  }

  /** No migration without an answer of the cluster. */
  static Destination notKnown(String reason) {
    return Nowhere.because(Why.NO_TARGET, reason);
  }

  /** Decides from what is known. */
  static Destination of(SwitchFacts facts) {
    if (facts.course() instanceof Course.Towards towards) {
      return towards(towards, facts);
    }
    if (facts.course() instanceof Course.Evacuation evacuation) {
      return Nowhere.because(Why.EVACUATED, evacuation.teller() + " empties this node");
    }
    Course.Unknown unknown = (Course.Unknown) facts.course();
    return Nowhere.because(Why.NO_TARGET, unknown.reason());
  }

  private static Destination towards(Course.Towards course, SwitchFacts facts) {
    List<NodeName> nodes = course.nodes().stream().distinct().toList();
    String named = course.teller() + " names " + names(nodes);
    if (nodes.size() != 1) {
      return Nowhere.because(Why.NO_TARGET, nodes.isEmpty() ? named : named + ": more than one");
    }
    NodeName target = nodes.get(0);
    if (target.equals(facts.thisNode())) {
      return nowhere(Why.NOT_IN_NODE_LIST, target, named + ": this node");
    }
    if (!facts.nodeList().contains(target)) {
      String list = facts.nodeList().isEmpty() ? "empty" : names(facts.nodeList());
      return nowhere(Why.NOT_IN_NODE_LIST, target, named + "; the node list is " + list);
    }
    if (facts.faulted()) {
      return nowhere(Why.UNWELL, target, "status FAULTED");
    }
    return facts
        .unwell()
        .<Destination>map(words -> nowhere(Why.UNWELL, target, words))
        .orElseGet(() -> new To(target));
  }

  private static Nowhere nowhere(Why why, NodeName named, String reason) {
    return new Nowhere(why, Optional.of(named), reason);
  }

  private static String names(List<NodeName> nodes) {
    return nodes.isEmpty()
        ? "no node"
        : String.join(", ", nodes.stream().map(NodeName::value).toList());
  }
}
