package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 9: the seed believes any START of the last ten seconds, finished or not, and no other. The
 * newest command for the group decides, as long as it runs.
 */
class Defect09OnlyACommandThatRunsCountsTest {

  private static final String SWITCH =
      "log = 11/22/2026 06:21:55 node1 100 root START - clrg \"switch\" -n \"node2\" \"vm1-rg\"";

  private static AgentInWorld stop(String... log) {
    String[] given = new String[3 + log.length];
    given[0] = "domain here = running";
    given[1] = "property Failover_type = migrate";
    given[2] = "switch to = cannot tell";
    System.arraycopy(log, 0, given, 3, log.length);
    AgentInWorld agent = new AgentInWorld(given);
    assertEquals(0, agent.run("stop", "-R", "vm1-rs", "-G", "vm1-rg"));
    return agent;
  }

  private static void assertShutDown(AgentInWorld agent, String why) {
    assertFalse(agent.story().contains("here     move"), agent::story);
    assertTrue(agent.story().contains("Target host not found"), agent::story);
    assertTrue(agent.story().contains(why), agent::story);
  }

  @Test
  void aCommandThatRunsIsFollowed() {
    AgentInWorld agent = stop(SWITCH);
    assertTrue(agent.story().contains("here     move to qemu+tls://node2"), agent::story);
  }

  @Test
  void aCommandThatHasEndedIsNot() {
    assertShutDown(stop(SWITCH, "log = 11/22/2026 06:21:57 node1 100 root END 0"), "has ended");
  }

  @Test
  void anOfflineOrARestartThatCameLaterIsWhatCausesTheStop() {
    String later = "log = 11/22/2026 06:21:58 node1 101 root START - clrg ";
    assertShutDown(stop(SWITCH, later + "\"offline\" \"vm1-rg\""), "does not switch the group");
    assertShutDown(stop(SWITCH, later + "restart \"vm1-rg\""), "does not switch the group");
  }

  @Test
  void aCommandThatHasRunForMinutesIsFollowed() {
    String longAgo = SWITCH.replace("06:21:55", "06:12:00");
    AgentInWorld agent = stop(longAgo, "process 100 = since 2026-11-22T06:12:00");
    assertTrue(agent.story().contains("here     move to qemu+tls://node2"), agent::story);
    assertShutDown(stop(longAgo), "its process does not run any more");
  }
}
