package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/** Row 13: the seed loses the result of shutting down the domain of a disabled resource. */
class Defect13StopOfADisabledResourceReturnsItsResultTest {

  private static AgentInWorld agent(String... given) {
    String[] all = new String[given.length + 5];
    all[0] = "timeout = 100 s";
    all[1] = "property Failover_type = migrate";
    all[2] = "switch to = node2";
    all[3] = "resource = disabled";
    all[4] = "domain here = running";
    System.arraycopy(given, 0, all, 5, given.length);
    return new AgentInWorld(all);
  }

  @Test
  void aShutdownThatFailedIsAFailure() {
    AgentInWorld agent = agent("power button here = ignored", "destroy here = refused: no");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"));
    assertTrue(agent.isActiveHere());
    assertTrue(agent.story().contains("Domain vm1 failed to shutdown immediately"));
  }

  @Test
  void aShutdownThatSucceededIsASuccessAndNothingIsMoved() {
    AgentInWorld agent = agent();
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    assertFalse(agent.isActiveHere());
    assertFalse(agent.story().contains("here     move"), agent::story);
  }
}
