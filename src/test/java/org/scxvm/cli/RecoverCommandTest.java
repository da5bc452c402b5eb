package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** {@code recover}, from its words to its status. */
class RecoverCommandTest {

  private static AgentInWorld agent(String... given) {
    return new AgentInWorld(
        "domain here = running\ndomain there = off\n" + String.join("\n", given));
  }

  @Test
  void itPutsOnRecordWhereTheDomainRuns() {
    AgentInWorld agent = agent();
    assertEquals(ExitStatus.SUCCESS, agent.run("recover", "-R", "vm1-rs"), agent.story());
    assertTrue(agent.hasActed(), agent.story());
  }

  @Test
  void aDryRunOnlyLooks() {
    AgentInWorld agent = agent();
    assertEquals(ExitStatus.SUCCESS, agent.run("recover", "-R", "vm1-rs", "--dry-run"));
    assertFalse(agent.hasActed(), agent.story());
  }

  @Test
  void whatCannotBeToldIsAFailure() {
    AgentInWorld agent = agent("libvirt there = refuses");
    assertEquals(ExitStatus.FAILURE, agent.run("recover", "-R", "vm1-rs"), agent.story());
  }

  @Test
  void whatAPersonDoesIsInTheSystemLog() {
    AgentInWorld agent = agent();
    agent.run("recover", "-R", "vm1-rs");
    assertTrue(
        agent.targets().get(agent.targets().size() - 1).containsAll(Set.of(LogTarget.SYSLOG)),
        agent.targets().toString());
  }
}
