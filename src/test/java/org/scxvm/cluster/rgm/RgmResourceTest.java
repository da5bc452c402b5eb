package org.scxvm.cluster.rgm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** The formats of scha_resource_get. */
class RgmResourceTest {

  private static final String GET = "/usr/cluster/bin/scha_resource_get -O ";
  private static final String OF = " -R vm1-rs -G vm1-rg";
  private static final String NAMES = GET + "ALL_EXTENSIONS" + OF;
  private static final String DOMAIN = GET + "EXTENSION" + OF + " Domain_name";
  private static final String SWITCH = GET + "ON_OFF_SWITCH" + OF;
  private static final String STATUS = GET + "STATUS" + OF;

  private final ScriptedCommands commands = new ScriptedCommands();

  @AfterEach
  void everyCommandOfTheScriptWasCalled() {
    commands.close();
  }

  private ResourceView resource(Optional<String> zone) {
    return new RgmClusters(commands, "/usr/cluster/bin")
        .of(
            new ResourceIdentity(
                new ResourceName("vm1-rs"), Optional.empty(), Optional.of("vm1-rg"), zone),
            Deadline.in(new SimulatedTime(), Duration.ofSeconds(20)))
        .resource();
  }

  private ResourceView resource() {
    return resource(Optional.empty());
  }

  private String words(Asking asking) {
    return assertThrows(ClusterException.class, () -> asking.of(resource())).words();
  }

  private interface Asking {
    void of(ResourceView resource) throws ClusterException;
  }

  @Test
  void theTypeOfAnExtensionComesFirstAndTheRestIsItsValue() throws ClusterException {
    commands
        .expect(NAMES, "Failover_type\nDomain_name\n")
        .expect(DOMAIN, "STRING\nmy vm = 1\n")
        .expect(DOMAIN, "STRINGARRAY\na\nb\n");
    ResourceView resource = resource();
    assertEquals(Optional.of("my vm = 1"), resource.extension("Domain_name"));
    assertEquals(Optional.of("a,b"), resource.extension("Domain_name"));
  }

  @Test
  void anExtensionWithoutAValueIsNotSet() throws ClusterException {
    commands.expect(NAMES, "domain_name\n").expect(DOMAIN, "STRING\n\n").expect(DOMAIN, "STRING\n");
    ResourceView resource = resource();
    assertEquals(Optional.empty(), resource.extension("Domain_name"));
    assertEquals(Optional.empty(), resource.extension("Domain_name"));
  }

  @Test
  void anExtensionThatAnOlderRegistrationDoesNotHaveIsNoError() throws ClusterException {
    commands.expect(NAMES, "Domain_name\nDomain_pathname\n");
    ResourceView resource = resource();
    assertEquals(Optional.empty(), resource.extension("Migration_options"));
    assertEquals(Optional.empty(), resource.extension("Domain"));
  }

  @Test
  void anExtensionWithoutEvenATypeIsAnError() {
    commands.expect(NAMES, "Domain_name\n").expect(DOMAIN, "");
    assertEquals(
        "scha_resource_get -O EXTENSION Domain_name: no output",
        words(resource -> resource.extension("Domain_name")));
  }

  @Test
  void theZoneOfTheCallerIsForTheStatusOnly() throws ClusterException {
    commands
        .expect(SWITCH, "ENABLED\n")
        .expect(
            "/usr/cluster/bin/scha_resource_setstatus -R vm1-rs -G vm1-rg -s OK -m  -Z zone1", "");
    ResourceView resource = resource(Optional.of("zone1"));
    assertEquals(false, resource.isSwitchedOff());
    resource.setStatus(ResourceStatus.OK, "");
  }

  @ParameterizedTest
  @CsvSource({"stop, STOP_TIMEOUT", "start, START_TIMEOUT", "monitor_check, MONITOR_CHECK_TIMEOUT"})
  void aMethodHasItsTimeoutInSeconds(String method, String tag) throws ClusterException {
    commands.expect(GET + tag + OF, "300\n");
    assertEquals(Optional.of(Duration.ofMinutes(5)), resource().timeoutOf(method));
  }

  @Test
  void aTimeoutThatIsNoNumberIsAnError() {
    commands.expect(GET + "STOP_TIMEOUT" + OF, "soon\n");
    assertEquals(
        "scha_resource_get -O STOP_TIMEOUT: expected seconds, got \"soon\"",
        words(resource -> resource.timeoutOf("stop")));
  }

  @Test
  void theProbeIsNoMethodOfTheRgmAndItsTimeoutIsAnExtensionIfAnything() throws ClusterException {
    commands.expect(GET + "ALL_EXTENSIONS" + OF, "Domain_name\n");
    assertEquals(Optional.empty(), resource().timeoutOf("probe"));
  }

  @Test
  void theProbeTimeoutOfTheTypeIsTheLimitOfTheProbe() throws ClusterException {
    commands.expect(GET + "ALL_EXTENSIONS" + OF, "Probe_timeout\n");
    commands.expect(GET + "EXTENSION" + OF + " Probe_timeout", "INT\n30\n");
    assertEquals(Optional.of(Duration.ofSeconds(30)), resource().timeoutOf("probe"));
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, false", "DISABLED, true"})
  void theSwitchTellsWhetherTheResourceIsDisabled(String value, boolean off)
      throws ClusterException {
    commands.expect(SWITCH, value + "\n");
    assertEquals(off, resource().isSwitchedOff());
  }

  @Test
  void aSwitchThatIsNeitherIsAnError() {
    commands.expect(SWITCH, "PERHAPS\n");
    assertEquals(
        "scha_resource_get -O ON_OFF_SWITCH: expected ENABLED or DISABLED, got \"PERHAPS\"",
        words(ResourceView::isSwitchedOff));
  }

  @ParameterizedTest
  @CsvSource({"HARD, true", "SOFT, false", "NONE, false", "RESTART_ONLY, false", "LOG_ONLY, false"})
  void theFailoverModeTellsWhetherAFailedStopKillsTheNode(String value, boolean kills)
      throws ClusterException {
    commands.expect(GET + "FAILOVER_MODE" + OF, value + "\n");
    assertEquals(kills, resource().killsNodeIfStopFails());
  }

  @ParameterizedTest
  @CsvSource({
    "ONLINE,   OK",
    "OK,       OK",
    "DEGRADED, DEGRADED",
    "FAULTED,  FAULTED",
    "OFFLINE,  OFFLINE",
    "UNKNOWN,  OTHER"
  })
  void theStatusIsTheFirstOfTwoLines(String word, ResourceStatus status) throws ClusterException {
    commands.expect(STATUS, word + "\nSome message, with a FAULTED in it\n");
    assertEquals(status, resource().status());
  }

  @Test
  void aStatusIsSetWithItsMessageInOneWord() throws ClusterException {
    commands.expect(
        "/usr/cluster/bin/scha_resource_setstatus -R vm1-rs -G vm1-rg -s DEGRADED"
            + " -m paused by the user",
        "");
    resource().setStatus(ResourceStatus.DEGRADED, "paused by the user");
  }

  @Test
  void aStatusThatIsNotTakenIsAnError() {
    commands.expect(
        "/usr/cluster/bin/scha_resource_setstatus -R vm1-rs -G vm1-rg -s OK -m x",
        18,
        "",
        "internal error\n");
    assertEquals(
        "scha_resource_setstatus -s OK: status 18 internal error",
        words(resource -> resource.setStatus(ResourceStatus.OK, "x")));
  }

  @Test
  void everyFailureKeepsWhatTheCommandWroteToStderr() {
    commands.expect(STATUS, 14, "", "scha_resource_get: invalid resource name\n");
    assertEquals(
        "scha_resource_get -O STATUS -R vm1-rs -G vm1-rg: status 14"
            + " scha_resource_get: invalid resource name",
        words(ResourceView::status));
  }
}
