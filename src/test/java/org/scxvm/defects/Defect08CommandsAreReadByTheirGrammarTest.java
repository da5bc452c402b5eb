package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 8: the seed cuts lines with sed and tr. A line without a node makes the date the target, the
 * letters S and K vanish from node names, lists, zones and another order of options break it, and
 * the minute after midnight finds nothing. The TargetOfLogTest has the whole grammar.
 */
class Defect08CommandsAreReadByTheirGrammarTest {

  private static AgentInWorld target(int status, String node, String line, String... more) {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running",
            "property Failover_type = migrate",
            "switch to = cannot tell",
            "node list = node1, " + node,
            "log = " + line);
    String[] words = new String[5 + more.length];
    System.arraycopy(new String[] {"target", "-R", "vm1-rs", "-G", "vm1-rg"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    assertEquals(status, agent.run(words), agent::story);
    return agent;
  }

  private static AgentInWorld command(int status, String node, String command) {
    return target(status, node, "11/22/2026 06:21:58 node1 100 root START - " + command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scswitch -F -g \"vm1-rg\"",
        "clnode evacuate \"node1\"",
        "clrg remaster \"vm1-rg\"",
        "scswitch -z -g \"vm1-rg\"",
        "scswitch -z -g \"vm1-rg\" -h \"node2,node3\""
      })
  void aCommandWithoutOneNodeHasNoTarget(String command) {
    AgentInWorld agent = command(1, "node2", command);
    assertEquals("", agent.out());
    assertFalse(agent.story().contains("11/22/2026 not matched"), "the date is no node");
  }

  @Test
  void noLetterVanishesFromTheNameOfANode() {
    String node = "Phys-KS-1";
    assertEquals(node + "\n", command(0, node, "clrg switch -n " + node + " vm1-rg").out());
    assertEquals(node + "\n", command(0, node, "scswitch -z -g vm1-rg -h " + node).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scswitch -z -h \"node2\" -g \"vm1-rg\"",
        "scswitch -z -g \"vm2-rg,vm1-rg\" -h \"node2:global\"",
        "clresourcegroup \"switch\" \"vm1-rg\" -n \"node2:zone1\"",
        "clrg switch -n \"node2\" +"
      })
  void orderListsAndZonesAreNoObstacle(String command) {
    assertEquals("node2\n", command(0, "node2", command).out());
  }

  @Test
  void midnightIsAMomentLikeAnyOther() {
    String line = "11/22/2026 23:59:58 node1 100 root START - clrg switch -n node2 vm1-rg";
    assertEquals("node2\n", target(0, "node2", line, "--now", "11/23/2026 00:00:01").out());
    assertTrue(target(1, "node2", line, "--now", "11/24/2026 00:00:01").out().isEmpty());
  }
}
