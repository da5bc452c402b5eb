package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 7: {@code grep -w} takes a dash for the end of a word, so the seed follows commands for other
 * groups. Only a whole operand is the group.
 */
class Defect07OnlyWholeNamesMatchTest {

  private static AgentInWorld stop(String command) {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running",
            "property Failover_type = migrate",
            "switch to = cannot tell",
            "log = 11/22/2026 06:21:58 node1 100 root START - " + command);
    assertEquals(0, agent.run("stop", "-R", "vm1-rs", "-G", "vm1-rg"));
    return agent;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clrg switch -n \"node2\" \"vm1-rg-b\"",
        "clrg switch -n \"node2\" \"a-vm1-rg\"",
        "clrg switch -n \"node2\" \"vm1-rg.old\"",
        "clrg switch -n \"node2\" \"vm1\"",
        "clrg switch -n \"node2\" \"other group vm1-rg\"",
        "scswitch -z -g \"vm1-rg-b,vm2-rg\" -h \"node2\"",
        "clrg set -y \"RG_description=not vm1-rg\" \"vm2-rg\""
      })
  void aCommandForAnotherGroupIsNone(String command) {
    AgentInWorld agent = stop(command);
    assertFalse(agent.story().contains("here     move"), agent::story);
    assertTrue(agent.story().contains("no command of the last day that concerns"), agent::story);
  }

  @Test
  void aCommandForThisGroupAmongOthersIsFollowed() {
    AgentInWorld agent = stop("scswitch -z -g \"vm1-rg-b,vm1-rg\" -h \"node2\"");
    assertTrue(agent.story().contains("here     move to qemu+tls://node2"), agent::story);
  }
}
