package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** {@code target}: what a person sees. What the log makes of it is in TargetOfLogTest. */
class TargetCommandTest {

  private static AgentInWorld world(String... more) {
    String[] given = new String[more.length + 3];
    given[0] = "domain here = running";
    given[1] = "property Failover_type = migrate --live";
    given[2] = "switch to = node2";
    System.arraycopy(more, 0, given, 3, more.length);
    return new AgentInWorld(given);
  }

  private static int target(AgentInWorld agent, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(new String[] {"target", "-R", "vm1-rs", "-G", "vm1-rg"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return agent.run(words);
  }

  @Test
  void theNodeIsAllThatIsPrinted() {
    AgentInWorld agent = world();
    assertEquals(0, target(agent));
    assertEquals("node2\n", agent.out());
    assertEquals("   0.0 here     seen: running\n", agent.story(), "nothing is said or done");
  }

  @Test
  void withoutANodeNothingIsPrintedButTheReason() {
    AgentInWorld agent = world("status = FAULTED");
    assertEquals(1, target(agent));
    assertEquals("", agent.out());
    assertEquals(
        """
           0.0 here     seen: running
           0.0 notice   Domain vm1 is not migrated: status FAULTED
        """,
        agent.story());
  }

  /** Who asks gets an answer also where Stop has nothing to say. */
  @ParameterizedTest
  @ValueSource(strings = {"property Failover_type = normal", "resource = disabled"})
  void aMigrationThatNobodyWantsIsAReasonToo(String given) {
    AgentInWorld agent = world(given);
    assertEquals(1, target(agent));
    assertTrue(agent.story().contains("notice   Domain vm1 is not migrated: "), agent::story);
  }

  @Test
  void whatTargetForeseesStopDoes() {
    assertEquals(0, target(world()));
    AgentInWorld stop = world();
    assertEquals(0, stop.run("stop", "-R", "vm1-rs", "-G", "vm1-rg"));
    assertTrue(stop.story().contains("here     move live to qemu+tls://node2/system"), stop::story);
  }

  @Test
  void optionsOfAMigrationThatKeepAStopFromMigratingKeepTargetFromNamingANode() {
    AgentInWorld agent = world("property Migration_options = fast");
    assertEquals(1, target(agent));
    assertTrue(agent.story().contains("Wrong setting: Migration_options=fast"), agent::story);
    assertEquals("", agent.out());
  }

  @Test
  void whatIsSaidIsForThePersonAlone() {
    AgentInWorld agent = world("switch to = none");
    assertEquals(1, target(agent));
    assertEquals(Set.of(Set.of(LogTarget.STDERR)), Set.copyOf(agent.targets()));
  }

  @Test
  void itNeverWaitsForTheLock() {
    AgentInWorld agent = world().lockedBy("4711 stop");
    assertEquals(0, target(agent));
    assertEquals(0, agent.seconds());
    assertEquals(List.of(), agent.locksTaken());
  }

  /** The cluster knows the timeouts of callbacks only. */
  @Test
  void noTimeoutIsAskedFor() {
    AgentInWorld agent = world("question timeout = fails: no such tag");
    assertEquals(0, target(agent), agent::story);
  }

  @Test
  void aClusterThatIsSilentIsTheReason() {
    AgentInWorld agent = world("question target nodes = fails: status 18");
    assertEquals(1, target(agent));
    assertTrue(agent.story().contains("Target host not found"), agent::story);
    assertTrue(agent.story().contains("target nodes: status 18"), agent::story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now",
        "11/22/2026",
        "11/22/2026 06:22",
        "2026-11-22 06:22:00",
        "02/30/2026 06:22:00",
        "11/22/2026 24:00:00",
        "11/22/2026 06:22:00 PM",
        ""
      })
  void aMomentThatIsNoneIsAWrongCommandLine(String now) {
    AgentInWorld agent = world();
    assertEquals(2, target(agent, "--now", now));
    assertEquals(1, agent.err().lines().count(), agent::err);
    assertTrue(agent.err().contains("--now"), agent::err);
    assertTrue(agent.err().contains("expected MM/DD/YYYY hh:mm:ss"), agent::err);
    assertFalse(agent.wasClusterAsked());
  }

  @Test
  void onlyTargetCanBeAskedAsIfItWereAnotherTime() {
    AgentInWorld agent = world();
    assertEquals(
        2, agent.run("stop", "-R", "vm1-rs", "-G", "vm1-rg", "--now", "11/22/2026 06:22:00"));
    assertTrue(agent.err().contains("--now"), agent::err);
  }

  /** The setting of the configuration file says where the log is, not that it be asked. */
  @Test
  void theLogIsAskedInPlaceOfTheClusterOnlyByHand() {
    String line = "log = 11/22/2026 06:21:58 node1 100 root START - clrg \"offline\" \"vm1-rg\"";
    AgentInWorld configured = world(line).configured(Map.of("commandlog", "/a/log"));
    assertEquals(0, target(configured), configured::story);
    AgentInWorld byHand = world(line);
    assertEquals(1, target(byHand, "--commandlog", "/a/log"));
    assertTrue(byHand.story().contains("does not switch the group to a node"), byHand::story);
  }

  @Test
  void theLogIsTheOneThatTheSettingNames() {
    AgentInWorld agent =
        world("switch to = cannot tell").configured(Map.of("commandlog", "/a/log"));
    assertEquals(1, target(agent));
    assertTrue(agent.story().contains("/a/log has no command"), agent::story);
  }

  @Test
  void helpTellsOfIt() {
    AgentInWorld agent = world();
    assertEquals(0, agent.run("target", "--help"));
    assertTrue(agent.out().contains("--now"), agent::out);
    assertTrue(agent.out().contains("--commandlog"), agent::out);
  }
}
