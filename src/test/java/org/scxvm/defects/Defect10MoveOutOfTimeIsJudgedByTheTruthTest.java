package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 10: the seed kills a move that runs out of time and assumes "shut off". Both sides are asked.
 */
class Defect10MoveOutOfTimeIsJudgedByTheTruthTest {

  private static AgentInWorld stop(int status, String... given) {
    String[] all = new String[given.length + 5];
    all[0] = "timeout = 200 s";
    all[1] = "property Failover_type = migrate --live";
    all[2] = "switch to = node2";
    all[3] = "domain here = running";
    all[4] = "move = hangs, cancelled in 0.3 s";
    System.arraycopy(given, 0, all, 5, given.length);
    AgentInWorld agent = new AgentInWorld(all);
    assertEquals(status, agent.run("stop", "-R", "vm1-rs"), agent::story);
    return agent;
  }

  @Test
  void aDomainThatStayedIsShutDown() {
    AgentInWorld agent = stop(0);
    assertFalse(agent.isActiveHere());
    assertTrue(agent.story().contains("ask the guest to shut down"), agent::story);
    assertFalse(agent.story().contains("the domain state is now shut off"), agent::story);
  }

  @Test
  void aDomainThatArrivedAllTheSameIsHandedOver() {
    AgentInWorld agent =
        stop(0, "after move: domain here = off (migrated)", "after move: domain there = running");
    assertTrue(agent.story().contains("NO-OP STOP being performed"), agent::story);
    assertFalse(agent.story().contains("destroy"), agent::story);
  }

  @Test
  void aCopyThatStayedBehindIsDestroyed() {
    AgentInWorld agent = stop(0, "after move: domain there = paused by the user");
    assertTrue(agent.story().contains("there    destroy"), agent::story);
    assertFalse(agent.isActiveHere());
  }

  @Test
  void aTargetThatDoesNotTellMakesTheStopFail() {
    AgentInWorld agent = stop(1, "after move: libvirt there = hangs");
    assertTrue(agent.story().contains("It cannot be told whether a copy of domain vm1 is on node"));
  }
}
