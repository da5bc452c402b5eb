package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 3: with libvirt unreachable the seed says "gracefully shutdown" and 0 while the domain runs.
 */
class Defect03UnknownIsNeverDownInStopTest {

  private static AgentInWorld agent(String libvirt, String process) {
    return new AgentInWorld(
        "timeout = 100 s",
        "domain here = running",
        "libvirt here = " + libvirt,
        "process here = " + process);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangs", "refuses"})
  void aSilentLibvirtAndALiveProcessAreNotDown(String libvirt) {
    AgentInWorld agent = agent(libvirt, "alive 4711");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"));
    assertTrue(agent.isActiveHere());
    assertFalse(agent.story().contains("gracefully shutdown\n"), agent::story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangs", "refuses"})
  void aSilentLibvirtAndAProcessThatNobodyCouldLookForAreNotDown(String libvirt) {
    AgentInWorld agent = agent(libvirt, "cannot look: hidepid");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"));
    assertTrue(agent.isActiveHere());
  }

  @Test
  void aProcessThatLibvirtDoesNotKnowOfIsNotDown() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "process here = alive 815");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("its process 815 is alive"), agent::story);
  }

  @Test
  void aSilentLibvirtAndNoProcessAreDown() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "libvirt here = hangs");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
  }
}
