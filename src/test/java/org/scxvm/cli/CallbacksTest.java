package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** The callbacks from their command line to their exit status. */
class CallbacksTest {

  private static int call(AgentInWorld agent, String method, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(new String[] {method, "-R", "vm1-rs", "-G", "vm1-rg"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return agent.run(words);
  }

  @ParameterizedTest
  @CsvSource({
    "start, off,                0",
    "start, running,            0",
    "start, not known,          1",
    "stop,  running,            0",
    "stop,  off,                0",
    "monitor_check, off,        0",
    "monitor_check, running,    0",
    "monitor_check, not known,  0",
    "probe, running,            0",
    "probe, paused by the user, 0",
    "probe, off,                100",
    "probe, crashed,            100"
  })
  void theOutcomeIsTheStatus(String method, String domain, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = " + domain);
    assertEquals(status, call(agent, method), agent::story);
  }

  @Test
  void anUnknownStateIsAFailureOfStopAndNoneOfProbe() {
    String[] given = {
      "timeout = 60 s",
      "domain here = running",
      "libvirt here = hangs",
      "process here = cannot look: hidepid"
    };
    assertEquals(1, call(new AgentInWorld(given), "stop"));
    assertEquals(0, call(new AgentInWorld(given), "probe"));
    assertEquals(1, call(new AgentInWorld(given), "start"));
  }

  @ParameterizedTest
  @CsvSource({"start, 1", "stop, 1", "monitor_check, 1", "probe, 2"})
  void aWrongSettingIsToldAndNothingIsDone(String method, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = running", "property Domain_name = a/b");
    assertEquals(status, call(agent, method));
    assertTrue(
        agent.story().contains("error    Wrong setting: Domain_name: domain name \"a/b\""),
        agent::story);
    assertTrue(agent.isActiveHere());
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE,    migrate --live, none,   0",
    "FALSE,   migrate --live, none,   1",
    "TRUE,    normal,         none,   1",
    "TRUE,    quick,          none,   1",
    "TRUE,    migrate --live, faster, 1",
    "perhaps, migrate --live, none,   1"
  })
  void aDomainThatRunsElsewhereIsFetchedIfAllThatNeedsIsSet(
      String recovers, String type, String options, int status) {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = off",
            "domain there = running",
            "property Start_recovers = " + recovers,
            "property Failover_type = " + type,
            "property Migration_options = " + options);
    assertEquals(status, call(agent, "start"), agent::story);
    assertEquals(status == 0, agent.isActiveHere());
  }

  /** What is wrong with a migration is told, and keeps no domain from being booted. */
  @ParameterizedTest
  @CsvSource({"Start_recovers = perhaps", "Failover_type = quick", "Migration_options = faster"})
  void aDomainIsStartedWhateverIsWrongWithFetchingIt(String property) {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = off", "property Start_recovers = true", "property " + property);
    assertEquals(0, call(agent, "start"), agent::story);
    assertTrue(agent.story().contains("error    Wrong setting: "), agent::story);
  }

  @ParameterizedTest
  @CsvSource({"start, 1", "stop, 1", "monitor_check, 1", "probe, 2"})
  void anUnknownKeyOfTheConfigurationFileIsTold(String method, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    agent.configured(Map.of("colour", "red"));
    assertEquals(status, call(agent, method));
    assertTrue(agent.story().contains("scxvm.conf: key colour is not known"), agent::story);
    assertEquals(
        List.of(Set.of(LogTarget.SYSLOG, LogTarget.STDERR)),
        agent.targets(),
        "nobody may miss it as long as it is not known where messages are wanted");
  }

  @ParameterizedTest
  @CsvSource({"start, 1", "stop, 1", "monitor_check, 1", "probe, 0"})
  void aClusterThatFailsIsTold(String method, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = running", "cluster = fails: status 18");
    assertEquals(status, call(agent, method));
    assertTrue(
        agent.story().contains("error    The cluster does not answer: timeout: status 18"),
        agent::story);
    assertTrue(agent.isActiveHere());
  }

  @ParameterizedTest
  @CsvSource({"start, 1", "stop, 1", "monitor_check, 1", "probe, 0"})
  void aClusterThatHangsIsGivenUpAfterTwentySeconds(String method, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = running", "cluster = hangs");
    assertEquals(status, call(agent, method));
    assertEquals(20, agent.seconds());
    assertTrue(agent.story().contains("error    The cluster does not answer"), agent::story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop", "monitor_check", "probe"})
  void whatNobodyForesawIsAStatusOfItsOwn(String method) {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    agent.unforeseen(new IllegalStateException("a disk of cheese"));
    assertEquals(3, call(agent, method));
    assertTrue(
        agent
            .story()
            .contains("Unforeseen error: java.lang.IllegalStateException: a disk of cheese"),
        agent::story);
    assertTrue(
        agent.story().contains("at CallbacksTest.whatNobodyForesawIsAStatusOfItsOwn:"),
        agent::story);
    assertFalse(agent.story().contains("\tat "), "a stack trace of many lines");
  }

  @Test
  void aFailoverTypeThatIsNoneHasItsMessageOf2008InStop() {
    AgentInWorld agent =
        new AgentInWorld("domain here = running", "property Failover_type = teleport");
    assertEquals(1, call(agent, "stop"));
    assertTrue(agent.story().contains("error    Invalid Failover_type=teleport"), agent::story);
    assertTrue(agent.isActiveHere());
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop"})
  void whoeverChangesTheDomainHoldsTheLockAndGivesItBack(String method) {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, call(agent, method));
    String lock = "/var/run/scxvm vm1-rs " + method;
    assertEquals(List.of("take " + lock, "free " + lock), agent.locksTaken());
  }

  @Test
  void theLockIsGivenBackWhateverHappens() {
    AgentInWorld agent = new AgentInWorld("domain here = crashed", "destroy here = refused: no");
    assertEquals(1, call(agent, "start"));
    assertEquals(2, agent.locksTaken().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "stop"})
  void whoeverWaitsInVainForTheLockSaysSoInTime(String method) {
    AgentInWorld agent = new AgentInWorld("timeout = 60 s", "domain here = running");
    agent.lockedBy("4711 stop");
    assertEquals(1, call(agent, method));
    assertEquals(53, agent.seconds(), "five seconds before the answer");
    assertTrue(
        agent.story().contains("error    Resource vm1-rs is busy: held by process 4711 stop"),
        agent::story);
  }

  @ParameterizedTest
  @ValueSource(strings = {"monitor_check", "probe"})
  void whoeverOnlyLooksNeverWaitsForTheLock(String method) {
    AgentInWorld agent = new AgentInWorld("domain here = running").lockedBy("4711 stop");
    assertEquals(0, call(agent, method));
    assertEquals(0, agent.seconds());
  }

  @Test
  void aFailoverTypeThatIsNoneKeepsNoDomainOffANode() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "property Failover_type = teleport");
    assertEquals(0, call(agent, "monitor_check"), agent::story);
  }

  @Test
  void theTagIsTheOneOf2008() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs", "-T", "SUNW.xvm:1", "-G", "vm1-rg"));
    assertEquals(0, agent.run("probe", "-R", "vm1-rs"));
    assertEquals(
        Set.of("SC[SUNWscxvm.probe]:vm1-rg:vm1-rs", "SC[SUNWscxvm.probe]:??:vm1-rs"),
        Set.copyOf(agent.idents()));
  }
}
