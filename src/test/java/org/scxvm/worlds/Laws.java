package org.scxvm.worlds;

import java.util.Optional;
import org.scxvm.owner.OwnerRecord;

/** What must hold when a method has ended. I1 and I2 are looked at after every event, too. */
record Laws(SmallWorld world) {

  void judge(AgentProcess agent, Stage.Result result, boolean isStart) {
    if (agent.sinceStart().compareTo(Methods.TIMEOUT) > 0) {
      throw new Violation("I3", agent + " took " + agent.sinceStart());
    }
    switch (result) {
      case KILLED -> {}
      case FAILED -> {
        if (!agent.hasComplained()) {
          throw new Violation("I5", agent + " fails silently");
        }
      }
      case SUCCEEDED -> {
        if (isStart) {
          started(agent);
        } else {
          stopped(agent);
        }
      }
    }
  }

  /** I4: whatever made it a success, the domain is here, and waits only if the user wants it. */
  private void started(AgentProcess agent) {
    Node node = agent.node();
    if (agent.cannotKnowOf(node)) {
      return;
    }
    // Without the record nobody can tell whose pause it is.
    boolean mayWait =
        world.isRecordDamaged() || node.copy().filter(Copy::isWishedPaused).isPresent();
    boolean up = node.runs() || (node.has(Copy.State.PAUSED) && mayWait);
    if (!up) {
      throw new Violation("I4", agent + " says 0, and there is " + node);
    }
  }

  /** I1: it is down here, and whoever has a copy is on record. */
  private void stopped(AgentProcess agent) {
    Node here = agent.node();
    if (here.copy().isPresent() && !agent.cannotKnowOf(here)) {
      throw new Violation("I1 Stop", agent + " says 0, and there is " + here);
    }
    for (Node node : world.nodes()) {
      boolean excused = isByHand(node) || agent.cannotKnowOf(node);
      if (node != here && node.copy().isPresent() && !excused && !isOnRecord(node)) {
        throw new Violation(
            "I1 record", agent + " says 0, " + node + ", and the record is " + record());
      }
    }
  }

  private static boolean isByHand(Node node) {
    return node.copy().filter(copy -> copy.by() == Copy.By.HAND).isPresent();
  }

  /** A migration that is not settled names both: no Start does anything before it is. */
  private boolean isOnRecord(Node node) {
    return world.isRecordDamaged()
        || record()
            .map(OwnerRecord::ownership)
            .filter(ownership -> ownership.nodes().contains(node.name()))
            .isPresent();
  }

  private Optional<OwnerRecord> record() {
    return Stage.recordIn(world);
  }
}
