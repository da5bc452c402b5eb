package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** {@code preflight}, from its words to its status. */
class PreflightCommandTest {

  private static AgentInWorld agent(String... given) {
    return new AgentInWorld(
        "property Failover_type = live\ndomain here = running\ndomain there = off\n"
            + String.join("\n", given));
  }

  @Test
  void aMigrationThatNothingHindersIsFine() {
    AgentInWorld agent = agent();
    assertEquals(ExitStatus.SUCCESS, agent.run("preflight", "-R", "vm1-rs", "--to", "node2"));
    assertTrue(agent.story().contains("Nothing is known that hinders"), agent.story());
    assertFalse(agent.hasActed());
  }

  @Test
  void whatHindersItIsAFailure() {
    AgentInWorld agent = agent("libvirt there = refuses");
    assertEquals(ExitStatus.FAILURE, agent.run("preflight", "-R", "vm1-rs", "--to", "node2"));
    assertTrue(agent.story().contains("Node node2 is not reached"), agent.story());
  }

  @Test
  void aWrongSettingOfTheMigrationIsOneFindingAmongOthers() {
    AgentInWorld agent = agent("property Migration_options = faster", "snapshots here = 1");
    assertEquals(ExitStatus.FAILURE, agent.run("preflight", "-R", "vm1-rs", "--to", "node2"));
    assertTrue(agent.story().contains("Migration_options=faster"), agent.story());
    assertTrue(agent.story().contains("has 1 snapshots"), agent.story());
  }

  @Test
  void aWrongSettingAloneIsAFailure() {
    AgentInWorld agent = agent("property Migration_options = faster");
    assertEquals(ExitStatus.FAILURE, agent.run("preflight", "-R", "vm1-rs", "--to", "node2"));
  }

  @Test
  void theNodeIsNeededAndMustBeAName() {
    assertEquals(ExitStatus.WRONG_COMMAND_LINE, agent().run("preflight", "-R", "vm1-rs"));
    assertEquals(
        ExitStatus.WRONG_COMMAND_LINE, agent().run("preflight", "-R", "vm1-rs", "--to", "a/../b"));
  }

  @Test
  void theAnswerIsForTheOneWhoAsks() {
    AgentInWorld agent = agent();
    agent.run("preflight", "-R", "vm1-rs", "--to", "node2");
    assertEquals(Set.of(LogTarget.STDERR), agent.targets().get(agent.targets().size() - 1));
    assertEquals(List.of(), agent.locksTaken());
  }
}
