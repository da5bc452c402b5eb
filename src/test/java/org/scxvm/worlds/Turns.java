package org.scxvm.worlds;

import java.util.HashSet;
import java.util.Set;

/** Two methods at once: at each call of one the other may go on. */
final class Turns {

  private final SmallWorld world;
  private final Set<Node> nodes = new HashSet<>();
  private boolean othersCanGoOn = true;

  Turns(SmallWorld world) {
    this.world = world;
  }

  /** A method of that node is one of them, so that the group is not offline there. */
  void join(Node node) {
    nodes.add(node);
  }

  boolean areAt(Node node) {
    return nodes.contains(node);
  }

  /** One of them has ended. */
  void oneLeft() {
    othersCanGoOn = false;
  }

  boolean isGivenAway(AgentProcess agent) {
    if (!othersCanGoOn || world.choose(Choices.Kind.SWITCH, 2) == 0) {
      return false;
    }
    if (world.isTraced()) {
      world.say("  (" + agent.name() + " is switched off for a while)");
    }
    return true;
  }
}
