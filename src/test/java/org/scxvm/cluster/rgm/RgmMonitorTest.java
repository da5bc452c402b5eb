package org.scxvm.cluster.rgm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Recovery;
import org.scxvm.cluster.Supervision;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** scha_control and pmfadm. */
class RgmMonitorTest {

  private static final String BIN = "/usr/cluster/bin";
  private static final String GET = BIN + "/scha_resource_get -O ";
  private static final String OF = " -R vm1-rs -G vm1-rg";
  private static final String CONTROL = BIN + "/scha_control -O ";
  private static final String TAG = "scxvm,monitor,0.mon";
  private static final String QUERY = BIN + "/pmfadm -q " + TAG;

  private final ScriptedCommands commands = new ScriptedCommands();
  private final Deadline deadline = Deadline.in(new SimulatedTime(), Duration.ofSeconds(20));

  @AfterEach
  void everyCommandOfTheScriptWasCalled() {
    commands.close();
  }

  private MonitorView monitor(Optional<String> zone) {
    return new RgmClusters(commands, BIN)
        .of(
            new ResourceIdentity(
                new ResourceName("vm1-rs"), Optional.empty(), Optional.of("vm1-rg"), zone),
            deadline)
        .monitor();
  }

  private MonitorView monitor() {
    return monitor(Optional.empty());
  }

  private Supervision supervision() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("JAVA_HOME", "/opt/a JVM");
    environment.put("SCXVM_CONF", "/etc/scxvm.conf");
    return new PmfSupervision(
        commands, BIN, new PmfSupervision.Monitor("/opt/bin/monitor_xvm", environment), deadline);
  }

  @Test
  void thePolicyIsFourProperties() throws ClusterException {
    commands
        .expect(GET + "THOROUGH_PROBE_INTERVAL" + OF, "60\n")
        .expect(GET + "RETRY_COUNT" + OF, "2\n")
        .expect(GET + "RETRY_INTERVAL" + OF, "370\n")
        .expect(GET + "FAILOVER_MODE" + OF, "RESTART_ONLY\n");
    assertEquals(
        new MonitorPolicy(
            Duration.ofSeconds(60), 2, Duration.ofSeconds(370), FailoverMode.RESTART_ONLY),
        monitor().policy());
  }

  @Test
  void aValueThatIsNoneNamesItsProperty() {
    commands.expect(GET + "NUM_RESOURCE_RESTARTS" + OF, "many\n");
    String words = assertThrows(ClusterException.class, monitor()::restarts).words();
    assertEquals(
        "scha_resource_get -O NUM_RESOURCE_RESTARTS: expected a number, got \"many\"", words);
  }

  @Test
  void aModeThatIsNotKnownIsAnError() {
    commands
        .expect(GET + "THOROUGH_PROBE_INTERVAL" + OF, "60\n")
        .expect(GET + "RETRY_COUNT" + OF, "2\n")
        .expect(GET + "RETRY_INTERVAL" + OF, "370\n")
        .expect(GET + "FAILOVER_MODE" + OF, "SOMETIMES\n");
    String words = assertThrows(ClusterException.class, monitor()::policy).words();
    assertEquals("FAILOVER_MODE: \"SOMETIMES\" is not known", words);
  }

  @Test
  void aRestartIsOneOfTheResource() throws ClusterException {
    commands.expect(CONTROL + "RESOURCE_RESTART -G vm1-rg -R vm1-rs", "");
    monitor().ask(Recovery.RESTART);
  }

  @Test
  void aGiveoverInAZoneNamesIt() throws ClusterException {
    commands.expect(CONTROL + "GIVEOVER -G vm1-rg -R vm1-rs -Z z1", "");
    monitor(Optional.of("z1")).ask(Recovery.GIVEOVER);
  }

  @Test
  void aRefusalHasTheWordsOfTheCommand() {
    commands.expect(CONTROL + "GIVEOVER -G vm1-rg -R vm1-rs", 16, "", "no other node\n");
    String words =
        assertThrows(ClusterException.class, () -> monitor().ask(Recovery.GIVEOVER)).words();
    assertEquals("scha_control -O GIVEOVER: status 16 no other node", words);
  }

  @Test
  void theMonitorIsStartedForEverAndOnlyItsFirstProcessCounts() throws ClusterException {
    commands.expect(
        BIN
            + "/pmfadm -c "
            + TAG
            + " -n -1 -C 0 -e JAVA_HOME=/opt/a JVM -e SCXVM_CONF=/etc/scxvm.conf"
            + " /opt/bin/monitor_xvm",
        "");
    supervision().start();
  }

  @Test
  void whetherItRunsIsAsked() throws ClusterException {
    commands.expect(QUERY, 0, "", "").expect(QUERY, 1, "", "");
    assertTrue(supervision().isRunning());
    assertFalse(supervision().isRunning());
  }

  @Test
  void itIsEndedWithASignalThatItCanHear() throws ClusterException {
    commands.expect(BIN + "/pmfadm -s " + TAG + " -w 5 TERM", "");
    supervision().stop();
  }

  @Test
  void aMonitorThatDoesNotHearIsKilled() throws ClusterException {
    commands
        .expect(BIN + "/pmfadm -s " + TAG + " -w 5 TERM", 2, "", "timed out")
        .expect(QUERY, 0, "", "")
        .expect(BIN + "/pmfadm -s " + TAG + " -w 10 KILL", "");
    supervision().stop();
  }

  @Test
  void aMonitorThatIsGoneMeanwhileHasEnded() throws ClusterException {
    commands
        .expect(BIN + "/pmfadm -s " + TAG + " -w 5 TERM", 1, "", "no such nametag")
        .expect(QUERY, 1, "", "");
    supervision().stop();
  }

  @Test
  void aMonitorThatCannotBeStartedIsAnError() {
    commands.expect(
        BIN
            + "/pmfadm -c "
            + TAG
            + " -n -1 -C 0 -e JAVA_HOME=/opt/a JVM -e SCXVM_CONF=/etc/scxvm.conf"
            + " /opt/bin/monitor_xvm",
        2,
        "",
        "no room\n");
    String words = assertThrows(ClusterException.class, supervision()::start).words();
    assertTrue(words.endsWith("status 2 no room"), words);
  }
}
