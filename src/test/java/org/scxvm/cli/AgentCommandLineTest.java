package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/** Words in, status out: what is wrong about a command line, and what help there is. */
class AgentCommandLineTest {

  private static void assertWrong(AgentInWorld agent, int status, String why) {
    assertEquals(2, status);
    assertEquals(1, agent.err().lines().count(), () -> "one line: " + agent.err());
    assertTrue(agent.err().contains(why), agent::err);
    assertTrue(agent.err().contains("try: scxvm "), agent::err);
    assertTrue(agent.story().contains("error    Wrong command line: "), agent::story);
    assertEquals("", agent.out());
    assertFalse(agent.wasClusterAsked(), "nothing is touched");
  }

  @Test
  void withoutASubcommandNothingIsDone() {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run(), "a subcommand is needed; try: scxvm --help");
  }

  @Test
  void anUnknownSubcommandIsNamed() {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run("jump"), "jump");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "validate", "monitor_check", "probe"})
  void theResourceIsNeeded(String method) {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run(method, "-G", "vm1-rg"), "-R");
    assertTrue(agent.err().endsWith("try: scxvm " + method + " --help\n"), agent::err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "validate", "monitor_check", "probe"})
  void anUnknownOptionIsNamed(String method) {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run(method, "-R", "vm1-rs", "--colour", "red"), "--colour");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "validate", "monitor_check", "probe"})
  void anOptionWithoutItsValueIsNamed(String method) {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run(method, "-R", "vm1-rs", "-G"), "-G");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../etc", "-n", "a b", ".hidden", "a\nb"})
  void aResourceThatCannotBeOneIsAWrongCommandLine(String resource) {
    AgentInWorld agent = new AgentInWorld();
    assertEquals(2, agent.run("stop", "-R", resource));
    assertEquals(1, agent.err().lines().count(), agent::err);
  }

  @Test
  void aResourceThatLooksLikeAnArgumentFileIsNoFile() {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run("stop", "-R", "@/etc/passwd"), "@/etc/passwd");
  }

  @Test
  void helpNamesTheSubcommandsAndTouchesNothing() {
    AgentInWorld agent = new AgentInWorld();
    assertEquals(0, agent.run("--help"));
    for (String subcommand : new String[] {"start", "stop", "validate", "monitor_check", "probe"}) {
      assertTrue(agent.out().contains("  " + subcommand), agent::out);
    }
    assertEquals("", agent.err());
    assertEquals("", agent.story());
    assertFalse(agent.wasClusterAsked());
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "validate", "monitor_check", "probe"})
  void helpOfASubcommandNamesItsOptions(String method) {
    AgentInWorld agent = new AgentInWorld();
    assertEquals(0, agent.run(method, "--help"));
    for (String option : new String[] {"-R", "-T", "-G", "-Z", "--domain", "--failover-type"}) {
      assertTrue(agent.out().contains(option), () -> option + " in " + agent.out());
    }
    assertEquals("", agent.story());
  }

  @Test
  void theVersionIsPrinted() {
    AgentInWorld agent = new AgentInWorld();
    assertEquals(0, agent.run("--version"));
    assertEquals("1.2.3\n", agent.out());
    assertEquals(0, agent.run("stop", "--version"));
    assertEquals("1.2.3\n1.2.3\n", agent.out());
  }
}
