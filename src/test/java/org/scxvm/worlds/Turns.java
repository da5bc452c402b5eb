package org.scxvm.worlds;

/** Two methods at once: at each call of one the other may go on. */
final class Turns {

  private final SmallWorld world;
  private boolean othersCanGoOn = true;

  Turns(SmallWorld world) {
    this.world = world;
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
