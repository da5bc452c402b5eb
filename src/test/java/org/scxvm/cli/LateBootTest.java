package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/**
 * A Start gives up on a libvirt that hangs with a boot; the Stop after it must not trust absence.
 */
class LateBootTest {

  private static AgentInWorld agentWithHangingBoot(String... more) {
    String[] given = new String[more.length + 4];
    given[0] = "timeout = 60 s";
    given[1] = "domain here = off";
    given[2] = "boot here = no answer";
    given[3] = "after boot here: libvirt here = hangs";
    System.arraycopy(more, 0, given, 4, more.length);
    AgentInWorld agent = new AgentInWorld(given);
    assertEquals(1, agent.run("start", "-R", "vm1-rs"));
    return agent;
  }

  @Test
  void aStopIsNoSuccessWhileTheBootMayStillCome() {
    AgentInWorld agent = agentWithHangingBoot();
    assertEquals(1, agent.run("stop", "-R", "vm1-rs"), agent::story);
    assertTrue(
        agent.story().contains("libvirt has not answered a boot, it may still come"), agent::story);
    assertTrue(agent.locksTaken().contains("open boot: true"));
  }

  @Test
  void aStopIsASuccessWhenLibvirtAnswersAgain() {
    AgentInWorld agent = agentWithHangingBoot("at 80 s: libvirt here = answers");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"), agent::story);
    assertTrue(agent.locksTaken().contains("open boot: false"));
  }

  @Test
  void aStopWithoutSuchABootIsASuccess() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "libvirt here = hangs");
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    assertFalse(agent.locksTaken().contains("open boot: true"));
  }
}
