package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 2: the seed fails to stop a domain that is off already, so STOP_FAILED. Stop is idempotent.
 */
class Defect02StopOfADomainThatIsOffSucceedsTest {

  @Test
  void aDomainThatIsOffIsStopped() {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
  }

  @Test
  void nothingIsDoneToADomainThatIsOffAndNothingElseIsSaid() {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("Domain vm1 is off already"), agent::story);
    assertFalse(agent.story().contains("shut down ("), agent::story);
    assertFalse(agent.story().contains("destroy"), agent::story);
    assertFalse(agent.story().contains("shutdown"), agent::story);
  }

  @Test
  void aStopAfterAStopSucceedsToo() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
  }

  @Test
  void aDomainThatLibvirtDoesNotKnowIsStopped() {
    AgentInWorld agent = new AgentInWorld("domain here = not known");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
  }
}
