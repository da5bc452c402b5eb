package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/** The actions of the OCF agent, from their command line to the status that the wrapper takes. */
class OcfActionTest {

  /** What the wrapper takes away. */
  private static final int DISTANCE = 40;

  private static int call(AgentInWorld agent, String action) {
    return agent.run("ocf_" + action, "-R", "vm1-rs") - DISTANCE;
  }

  @ParameterizedTest
  @CsvSource({
    "start,   off,                 0",
    "start,   running,             0",
    "start,   not known,           1",
    "stop,    running,             0",
    "stop,    off,                 0",
    "monitor, running,             0",
    "monitor, paused by the user,  190",
    "monitor, off,                 7",
    "monitor, crashed,             1",
    "monitor, paused by an I/O error, 1"
  })
  void theOutcomeIsTheStatus(String action, String domain, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = " + domain);
    assertEquals(status, call(agent, action), agent::story);
  }

  /** It has no word for it, so it is asked again; what comes in the end starts a recovery. */
  @Test
  void whatNobodyCanTellIsAskedToTheEnd() {
    AgentInWorld agent =
        new AgentInWorld(
            "timeout = 60 s",
            "domain here = running",
            "libvirt here = hangs",
            "process here = cannot look: hidepid");
    assertEquals(1, call(agent, "monitor"), agent::story);
  }

  @ParameterizedTest
  @CsvSource({"start", "stop", "monitor", "migrate_to", "migrate_from", "validate_all"})
  void aWrongSettingIsWrongOnEveryNode(String action) {
    AgentInWorld agent = new AgentInWorld("domain here = running", "property Domain_name = a/b");
    int expected = action.equals("validate_all") ? 2 : action.equals("migrate_to") ? 1 : 6;
    assertEquals(expected, call(agent, action), agent::story);
    assertTrue(agent.isActiveHere());
  }

  /**
   * 6 would have Pacemaker stop the domain on every node; what it does it can tell all the same.
   */
  @ParameterizedTest
  @CsvSource({"log, stdout", "debug, much", "timeout, 2m", "colour, red"})
  void aMistakeOfThisNodeIsNoneOfTheResource(String key, String value) {
    AgentInWorld agent = new AgentInWorld("domain here = running").configured(Map.of(key, value));
    assertEquals(0, call(agent, "monitor"), agent::story);
  }

  /** Whoever ran it before has left no record; without one a node that is silent is trusted. */
  @Test
  void aProbeThatSeesItUpPutsItOnRecord() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, call(agent, "monitor"), agent::story);
    assertFalse(agent.fileNames().contains("owner"), agent.fileNames());
    assertEquals(40, agent.run("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
    assertTrue(agent.fileNames().contains("owner"), agent.fileNames());
  }

  @Test
  void aProbeKeepsTheRecordThatIsThere() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "owner = node2");
    String before = agent.fileNames();
    assertEquals(40, agent.run("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
    assertEquals(before, agent.fileNames());
  }

  /** What cannot be put on record says nothing about the domain: it is up. */
  @ParameterizedTest
  @ValueSource(
      strings = {"question this node = fails: no answer", "folder = fails: Input/output error"})
  void aProbeWithoutARecordIsStillOne(String given) {
    AgentInWorld agent = new AgentInWorld("domain here = running", given);
    assertEquals(40, agent.run("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
  }

  @Test
  void aProbeGoesOnWhileAnotherMethodIsAtIt() {
    AgentInWorld agent = new AgentInWorld("domain here = running").lockedBy("4711 (start)");
    assertEquals(40, agent.run("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
  }

  @Test
  void wrongOptionsAreNoMigrationAndNoStop() {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running", "switch to = node2", "property Migration_options = faster");
    assertEquals(1, call(agent, "migrate_to"), agent::story);
    assertTrue(agent.isActiveHere());
  }

  @Test
  void aMigrationGoesToItsTarget() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "switch to = node2");
    assertEquals(0, call(agent, "migrate_to"), agent::story);
    assertFalse(agent.isActiveHere(), agent::story);
  }

  @Test
  void aStopAfterItFindsTheDomainGone() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "switch to = node2");
    call(agent, "migrate_to");
    assertEquals(0, call(agent, "stop"), agent::story);
  }

  /** Whoever asked first may have been given up while the migration went on. */
  @Test
  void asASecondTimeTheMigrationHasSucceeded() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "switch to = node2");
    call(agent, "migrate_to");
    assertEquals(0, call(agent, "migrate_to"), agent::story);
  }

  /** A record of long ago proves nothing, and no other node than the target is good enough. */
  @ParameterizedTest
  @CsvSource({"domain there = off", "domain there = running; switch to = node9"})
  void aDomainThatIsDownHereAndNotSeenOnItsTargetWasNotMigrated(String given) {
    String[] lines = ("switch to = node2; domain here = off; " + given).split("; ", -1);
    AgentInWorld agent = new AgentInWorld(lines);
    assertEquals(1, call(agent, "migrate_to"), agent::story);
  }

  @ParameterizedTest
  @CsvSource({
    "domain here = running",
    "switch to = node9",
    "switch to = node2; move = fails after 8 s: client socket is closed"
  })
  void aMigrationThatCannotBeMadeLeavesTheDomainWhereItIs(String given) {
    String[] lines = ("domain here = running; " + given).split("; ", -1);
    AgentInWorld agent = new AgentInWorld(lines);
    assertEquals(1, call(agent, "migrate_to"), agent::story);
    assertTrue(agent.isActiveHere(), agent::story);
    assertTrue(agent.story().contains("error    Domain vm1 was not migrated: "), agent::story);
  }

  @ParameterizedTest
  @CsvSource({"off, 1", "not known, 1", "running, 0"})
  void onlyWhatHasArrivedIsTakenOver(String domain, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = " + domain);
    assertEquals(status, call(agent, "migrate_from"), agent::story);
    assertEquals(status == 0, agent.isActiveHere());
  }
}
