package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** Validate from its command line to its exit status. */
class ValidateTest {

  private static final String OPTIONS =
      "unsafe, tunnelled, bandwidth=MiB/s, downtime=MS, downtime-max=MS, auto-converge,"
          + " compression, compression-method=NAME, parallel, parallel=N, tls, stall=SECONDS";

  /** All that the RGM passes for a resource that is created. */
  private static final List<String> CREATED =
      List.of(
          "-x", "Domain_name=vm1",
          "-x", "Domain_pathname=/shared/vm1",
          "-x", "Failover_type=migrate --live",
          "-x", "Connect_uri=",
          "-r", "Stop_timeout=600",
          "-r", "Validate_timeout=120",
          "-g", "Nodelist=node1,node2",
          "-g", "RG_mode=Failover");

  private static int call(AgentInWorld agent, String mode, List<String> words, String... more) {
    List<String> all = new ArrayList<>(List.of("validate", mode));
    all.addAll(List.of("-R", "vm1-rs", "-T", "SUNW.xvm:2", "-G", "vm1-rg"));
    all.addAll(words);
    all.addAll(List.of(more));
    int status = agent.run(all.toArray(new String[0]));
    assertFalse(agent.hasActed(), agent::story);
    assertEquals(List.of(), agent.locksTaken());
    return status;
  }

  private static int update(AgentInWorld agent, String... words) {
    return call(agent, "-u", List.of(), words);
  }

  private static List<String> said(AgentInWorld agent, String level) {
    return agent
        .story()
        .lines()
        .filter(line -> line.contains(" " + level + " "))
        .map(line -> line.replaceFirst("^ *[0-9.]+ +" + level + " +", ""))
        .toList();
  }

  @Test
  void aResourceWithGoodValuesIsCreatedWithoutAWord() {
    // The cluster knows nothing of the resource yet: each question about it fails.
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = off",
            "question property = fails: status 14",
            "question timeout = fails: status 14",
            "question switch = fails: status 14");
    assertEquals(0, call(agent, "-c", CREATED), agent::story);
    assertEquals(List.of(), said(agent, "error"));
    assertEquals(List.of(), said(agent, "warning"));
  }

  @Test
  void aChangeWithGoodValuesIsTakenWithoutAWord() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, update(agent, "-x", "Failover_type=live"), agent::story);
    assertEquals(List.of(), said(agent, "error"));
    assertEquals(List.of(), said(agent, "warning"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Domain_name=|Wrong setting: Domain_name (option --domain) is not set, but needed",
        "Domain_name=a/b|Wrong setting: Domain_name: domain name \"a/b\" is not valid: expected a"
            + " name without '/' and control characters",
        "Domain_pathname=|Wrong setting: Domain_pathname (option --domain-pathname) is not set, but"
            + " needed",
        "Domain_pathname=shared/vm1|Wrong setting: Domain_pathname=shared/vm1 is not accepted:"
            + " expected an absolute path",
        "Failover_type=teleport|Failover_type teleport is not valid",
        "Debug_level=3|Wrong setting: Debug_level=3 is not accepted: expected a whole number from 0"
            + " to 2"
      })
  void eachBadValueAloneIsRefused(String word, String error) {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(1, update(agent, "-x", word));
    assertEquals(error, said(agent, "error").get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Migration_options=faster|Migration_options=faster is not accepted: expected " + OPTIONS,
        "Migration_options=tls,tunnelled|Migration_options=tls,tunnelled is not accepted: expected"
            + " tunnelled or tls: a tunnel is as safe as Peer_uri makes it",
        "Migration_failure=resume|Migration_failure=resume is not accepted: expected shutdown or"
            + " stay",
        "Start_wait_for_guest=TRUE|Start_wait_for_guest needs Guest_agent=TRUE or Plugin_probe",
        "Start_recovers=perhaps|Start_recovers=perhaps is not accepted: expected true or false",
        "Peer_uri=%n|Peer_uri=node2 is not accepted: expected a URI of libvirt such as"
            + " qemu+tls://%n/system",
        "Migration_uri=to the other|Migration_uri=to the other is not accepted: expected a URI such"
            + " as tcp://%p"
      })
  void eachBadValueOfAMigrationAloneIsRefused(String word, String error) {
    AgentInWorld agent = new AgentInWorld("domain here = off", "property Failover_type = live");
    assertEquals(1, update(agent, "-x", word));
    assertEquals(List.of("Wrong setting: " + error), said(agent, "error"));
  }

  /** What is proposed counts, and what is not proposed is as the cluster has it. */
  @ParameterizedTest
  @CsvSource({"HARD, SOFT, 0", "SOFT, HARD, 1"})
  void aDomainIsNotToStayUnderAClusterThatKillsTheNode(String now, String proposed, int status) {
    AgentInWorld agent = new AgentInWorld("domain here = off", "failover mode = " + now);
    assertEquals(status == 0 ? 1 : 0, update(agent, "-x", "Migration_failure=stay"));
    AgentInWorld then = new AgentInWorld("domain here = off", "failover mode = " + now);
    assertEquals(
        status, update(then, "-x", "Migration_failure=stay", "-r", "Failover_mode=" + proposed));
  }

  @Test
  void fiveBadValuesAreToldAtOnceAndApartFromWarnings() {
    AgentInWorld agent = new AgentInWorld("autostart here = on", "libvirt guests = enabled");
    int status =
        update(
            agent,
            "-x",
            "Domain_name=a/b",
            "-x",
            "Domain_pathname=shared",
            "-x",
            "Failover_type=live",
            "-x",
            "Debug_level=3",
            "-x",
            "Migration_options=faster",
            "-g",
            "Nodelist=node1",
            "-r",
            "Stop_timeout=60");
    assertEquals(1, status);
    assertEquals(
        List.of(
            "Wrong setting: Debug_level=3 is not accepted: expected a whole number from 0 to 2",
            "Wrong setting: Domain_name: domain name \"a/b\" is not valid: expected a name without"
                + " '/' and control characters",
            "Wrong setting: Domain_pathname=shared is not accepted: expected an absolute path",
            "Wrong setting: Migration_options=faster is not accepted: expected " + OPTIONS,
            "Failover_type migrate --live needs at least two nodes, the node list of the group is:"
                + " node1"),
        said(agent, "error"));
    assertEquals(
        List.of(
            "Stop_timeout is 60 s, expected at least 120 s",
            "Service libvirt-guests is enabled on this node, expected disabled"),
        said(agent, "warning"));
    int lastError = agent.story().lastIndexOf(" error ");
    assertTrue(lastError < agent.story().indexOf(" warning "), "errors apart from warnings");
  }

  @Test
  void aChangeOfTheNodeListAloneIsJudged() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "property Failover_type = live");
    assertEquals(1, update(agent, "-g", "Nodelist=node1"));
    assertEquals(
        List.of(
            "Failover_type migrate --live needs at least two nodes, the node list of the group is:"
                + " node1"),
        said(agent, "error"));
  }

  @Test
  void aValueForAnotherNodeIsNoMatterHere() {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(0, update(agent, "-X", "Debug_level{2}=9"), agent::story);
    assertEquals(1, update(agent, "-X", "Debug_level{1}=9"), agent::story);
  }

  @Test
  void theAdministratorReadsItOnStderrAndSyslogHasItToo() {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(1, update(agent, "-x", "Failover_type=teleport"));
    assertEquals(
        Set.of(LogTarget.SYSLOG, LogTarget.STDERR),
        agent.targets().get(agent.targets().size() - 1));
  }

  @Test
  void theLimitIsTheOneThatIsProposed() {
    AgentInWorld agent = new AgentInWorld("libvirt here = hangs");
    assertEquals(1, call(agent, "-c", CREATED, "-r", "Validate_timeout=8"));
    assertEquals(6, agent.seconds(), agent::story);
  }

  @Test
  void itNeverWaitsForTheLock() {
    AgentInWorld agent = new AgentInWorld("domain here = off").lockedBy("4711 stop");
    assertEquals(0, update(agent));
    assertEquals(0, agent.seconds());
  }

  @Test
  void anUnknownKeyOfTheConfigurationFileIsTold() {
    AgentInWorld agent = new AgentInWorld("domain here = off").configured(Map.of("colour", "red"));
    assertEquals(1, update(agent));
    assertEquals(1, said(agent, "error").size());
    assertTrue(said(agent, "error").get(0).contains("key colour is not known"));
  }

  @Test
  void aWrongTimeoutOnTheCommandLineIsToldAmongOthers() {
    AgentInWorld agent = new AgentInWorld("domain here = off");
    assertEquals(1, update(agent, "--timeout", "0", "-x", "Debug_level=3"));
    assertEquals(2, said(agent, "error").size(), agent::story);
    assertTrue(said(agent, "error").get(1).startsWith("Wrong setting: timeout=0 is not"));
  }

  /** Neither of them is anything that a resource is made of, but an error all the same. */
  @Test
  void wrongValuesOfTheConfigurationFileAreToldAmongOthers() {
    AgentInWorld agent =
        new AgentInWorld("domain here = off")
            .configured(Map.of("timeout", "soon", "log", "printer"));
    assertEquals(1, update(agent, "-x", "Failover_type=teleport"));
    assertEquals(
        List.of(
            "Wrong setting: timeout=soon is not accepted: expected a whole number from 1 to"
                + " 172800",
            "Wrong setting: log=printer is not accepted: expected syslog, stderr or syslog,stderr",
            "Failover_type teleport is not valid",
            "Cause of message 777077: expected normal, migrate, \"migrate --live\" (or live)"),
        said(agent, "error"));
    assertEquals(
        Set.of(LogTarget.SYSLOG, LogTarget.STDERR),
        agent.targets().get(agent.targets().size() - 1));
  }

  @Test
  void aPeerUriOfOneNodeIsReadFromTheConfigurationFile() {
    AgentInWorld agent =
        new AgentInWorld("domain here = off", "property Failover_type = live")
            .configured(Map.of("peer.uri.node2", "nowhere"));
    assertEquals(1, update(agent));
    assertTrue(said(agent, "error").get(0).contains("Peer_uri=nowhere is not accepted"));
  }

  private static void assertWrong(AgentInWorld agent, int status, String why) {
    assertEquals(2, status);
    assertEquals(1, agent.err().lines().count(), agent::err);
    assertTrue(agent.err().contains(why), agent::err);
    assertFalse(agent.wasClusterAsked(), "nothing is touched");
  }

  @Test
  void exactlyOneOfCreateAndUpdateIsNeeded() {
    AgentInWorld neither = new AgentInWorld();
    assertWrong(
        neither, neither.run("validate", "-R", "vm1-rs"), "expected exactly one of -c and -u");
    AgentInWorld both = new AgentInWorld();
    assertWrong(
        both,
        both.run("validate", "-c", "-u", "-R", "vm1-rs"),
        "expected exactly one of -c and -u");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-x", "-r", "-g", "-X"})
  void aWordThatIsNoPropertyIsAWrongCommandLine(String option) {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(
        agent,
        agent.run("validate", "-u", "-R", "vm1-rs", option, "colour"),
        "option " + option + ": \"colour\" is not accepted: expected ");
  }

  @Test
  void aResourceNameThatLeadsElsewhereIsAWrongCommandLine() {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(
        agent, agent.run("validate", "-c", "-R", "../vm1-rs"), "resource name \"../vm1-rs\"");
  }

  @Test
  void anOptionThatIsNotKnownIsAWrongCommandLine() {
    AgentInWorld agent = new AgentInWorld();
    assertWrong(agent, agent.run("validate", "-c", "-R", "vm1-rs", "-y", "a=b"), "-y");
  }
}
