package org.scxvm.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.GuestShutdown;

/** Which source wins, and that an error names the key, the value and what is accepted. */
class SettingsTest {

  private static Settings settings(Map<Setting, String> values) {
    return new Settings(
        List.of(source("here", setting -> Optional.ofNullable(values.get(setting)))));
  }

  private static SettingSource source(String origin, SettingSource.Lookup lookup) {
    return new SettingSource(origin, lookup);
  }

  private static Settings of(Setting setting, String value) {
    return settings(Map.of(setting, value));
  }

  private static String words(Executable reading) {
    return assertThrows(SettingException.class, reading).words();
  }

  @Test
  void theFirstSourceThatHasItWins() throws ClusterException {
    SettingSource line =
        source("line", s -> s == Setting.PEER_URI ? Optional.of("1") : Optional.empty());
    SettingSource file =
        source(
            "file",
            s -> s == Setting.PEER_URI || s == Setting.LOG ? Optional.of("2") : Optional.empty());
    Settings settings = new Settings(List.of(line, file));
    assertEquals(Optional.of("1"), settings.find(Setting.PEER_URI));
    assertEquals(
        Optional.of(new Settings.Found("1", "line")), settings.findWithOrigin(Setting.PEER_URI));
    assertEquals(
        Optional.of(new Settings.Found("2", "file")), settings.findWithOrigin(Setting.LOG));
    assertEquals(
        Optional.of(new Settings.Found("/var/run/scxvm", "built in")),
        settings.findWithOrigin(Setting.STATE_DIR));
    assertEquals(Optional.empty(), settings.find(Setting.MIGRATION_URI));
  }

  @Test
  void aSourceBehindTheWinnerIsNotAsked() throws ClusterException {
    SettingSource line = source("line", setting -> Optional.of("line"));
    SettingSource cluster =
        source(
            "cluster",
            setting -> {
              throw new ClusterException("asked");
            });
    assertEquals(Optional.of("line"), new Settings(List.of(line, cluster)).find(Setting.PEER_URI));
    assertThrows(
        ClusterException.class, () -> new Settings(List.of(cluster)).find(Setting.PEER_URI));
  }

  @Test
  void whatNobodySetsHasItsBuiltInValue() throws Exception {
    Settings none = new Settings(List.of());
    assertEquals(FailoverType.NORMAL, none.failoverType());
    assertEquals(0, none.debugLevel());
    assertEquals(Optional.empty(), none.timeout());
    assertEquals(Set.of(LogTarget.SYSLOG), none.log());
    assertEquals("/usr/cluster/bin", none.required(Setting.CLUSTER_BIN));
    assertEquals("qemu+tls://%n/system", none.required(Setting.PEER_URI));
    assertTrue(Set.of("qemu:///system", "xen:///").contains(none.connectUri()));
  }

  @Test
  void whatIsNeededAndNotSetIsNamedWithItsOption() {
    Settings none = new Settings(List.of());
    assertEquals("Domain_name (option --domain) is not set, but needed", words(none::domain));
    assertEquals(
        "Domain_pathname (option --domain-pathname) is not set, but needed",
        words(none::domainPathname));
  }

  @Test
  void goodValuesAreRead() throws Exception {
    assertEquals(new DomainName("vm 1"), of(Setting.DOMAIN, "vm 1").domain());
    assertEquals("/shared", of(Setting.DOMAIN_PATHNAME, "/shared").domainPathname());
    assertEquals(FailoverType.LIVE, of(Setting.FAILOVER_TYPE, "Migrate --LIVE").failoverType());
    assertEquals(2, of(Setting.DEBUG_LEVEL, " 2 ").debugLevel());
    assertEquals(Optional.of(Duration.ofMinutes(5)), of(Setting.TIMEOUT, "300").timeout());
    assertEquals("test:///default", of(Setting.CONNECT_URI, "test:///default").connectUri());
    assertEquals(EnumSet.allOf(LogTarget.class), of(Setting.LOG, "Syslog, STDERR").log());
  }

  @Test
  void aDomainNameThatCannotBeOneIsNamed() {
    String words = words(() -> of(Setting.DOMAIN, "a/b").domain());
    assertTrue(words.startsWith("Domain_name: domain name \"a/b\" is not valid: expected"));
  }

  @Test
  void aFolderIsAnAbsolutePath() {
    assertEquals(
        "Domain_pathname=shared/vm1 is not accepted: expected an absolute path",
        words(() -> of(Setting.DOMAIN_PATHNAME, "shared/vm1").domainPathname()));
  }

  @Test
  void aFailoverTypeThatIsNoneIsNamedWithThoseThatAre() {
    assertEquals(
        "Failover_type=fast is not accepted: expected normal, migrate, \"migrate --live\" (or live)",
        words(() -> of(Setting.FAILOVER_TYPE, "fast").failoverType()));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "TRUE, true", "False, false", "yes, true", "No, false"})
  void whetherAStartRecoversIsTrueOrFalse(String value, boolean recovers)
      throws ClusterException, SettingException {
    assertEquals(recovers, of(Setting.START_RECOVERS, value).startRecovers());
  }

  @Test
  void aStartDoesNotRecoverUnlessItIsSet() throws ClusterException, SettingException {
    assertEquals(false, new Settings(List.of()).startRecovers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "y", "", "live"})
  void anythingElseIsNamed(String value) {
    assertEquals(
        "Start_recovers=" + value + " is not accepted: expected true or false",
        words(() -> of(Setting.START_RECOVERS, value).startRecovers()));
  }

  @Test
  void aGuestIsRestartedAndNotCheckedUnlessItIsSet() throws ClusterException, SettingException {
    Settings settings = new Settings(List.of());
    assertEquals(GuestShutdown.RESTART, settings.guestShutdown());
    assertEquals(false, settings.guestAgent());
    assertEquals(List.of(), settings.pluginProbe());
    assertEquals(Duration.ofSeconds(30), settings.guestCheckTimeout());
    assertEquals(false, settings.startWaits());
  }

  @Test
  void howAGuestIsWatchedIsReadFromItsSettings() throws ClusterException, SettingException {
    assertEquals(GuestShutdown.STAY_OFF, of(Setting.GUEST_SHUTDOWN, " Stay-Off ").guestShutdown());
    assertEquals(true, of(Setting.GUEST_AGENT, "yes").guestAgent());
    assertEquals(
        List.of("/bin/check", "-x", "web"),
        of(Setting.PLUGIN_PROBE, " /bin/check  -x web ").pluginProbe());
    assertEquals(Duration.ofSeconds(7), of(Setting.GUEST_CHECK_TIMEOUT, "7").guestCheckTimeout());
  }

  @Test
  void howAGuestCannotBeWatchedIsNamed() {
    assertEquals(
        "Guest_shutdown=never is not accepted: expected restart or stay-off",
        words(() -> of(Setting.GUEST_SHUTDOWN, "never").guestShutdown()));
    assertEquals(
        "Plugin_probe=check is not accepted: expected an absolute path, and words for it",
        words(() -> of(Setting.PLUGIN_PROBE, "check").pluginProbe()));
    assertEquals(
        "Guest_check_timeout=0 is not accepted: expected a whole number from 1 to 3600",
        words(() -> of(Setting.GUEST_CHECK_TIMEOUT, "0").guestCheckTimeout()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "3", "high", "", "1.5", "99999999999999999999"})
  void aDebugLevelOutsideItsRangeIsNamed(String value) {
    assertEquals(
        "Debug_level=" + value + " is not accepted: expected a whole number from 0 to 2",
        words(() -> of(Setting.DEBUG_LEVEL, value).debugLevel()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "172801", "5m", "ten"})
  void aTimeoutOutsideItsRangeIsNamed(String value) {
    assertEquals(
        "timeout=" + value + " is not accepted: expected a whole number from 1 to 172800",
        words(() -> of(Setting.TIMEOUT, value).timeout()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file", "syslog,", "syslog;stderr"})
  void aLogThatIsNoneIsNamed(String value) {
    assertEquals(
        "log=" + value + " is not accepted: expected syslog, stderr or syslog,stderr",
        words(() -> of(Setting.LOG, value).log()));
  }

  @ParameterizedTest
  @CsvSource({
    "DOMAIN,            Domain_name,       --domain,            ''",
    "DOMAIN_PATHNAME,   Domain_pathname,   --domain-pathname,   ''",
    "FAILOVER_TYPE,     Failover_type,     --failover-type,     ''",
    "CONNECT_URI,       Connect_uri,       --connect,           connect.uri",
    "PEER_URI,          Peer_uri,          --peer-uri,          peer.uri",
    "MIGRATION_URI,     Migration_uri,     --migration-uri,     migration.uri",
    "MIGRATION_OPTIONS, Migration_options, --migration-options, migration.options",
    "PEER_CHECK,        Peer_check,        --peer-check,        peer.check",
    "MIGRATION_FAILURE, Migration_failure, --migration-failure, migration.failure",
    "START_RECOVERS,    Start_recovers,    --start-recovers,    start.recovers",
    "GUEST_SHUTDOWN,    Guest_shutdown,    --guest-shutdown,    guest.shutdown",
    "GUEST_AGENT,       Guest_agent,       --guest-agent,       guest.agent",
    "PLUGIN_PROBE,      Plugin_probe,      --plugin-probe,      plugin.probe",
    "GUEST_CHECK_TIMEOUT, Guest_check_timeout, --guest-check-timeout, guest.check.timeout",
    "START_WAITS, Start_wait_for_guest, --start-wait-for-guest, start.wait.for.guest",
    "DEBUG_LEVEL,       Debug_level,       --debug,             debug",
    "CLUSTER_BIN,       '',                '',                  cluster.bin",
    "COMMAND_LOG,       '',                --commandlog,        commandlog",
    "CONFIG,            '',                --config,            ''",
    "FORCE_STOP,        Force_stop,        --force-stop,        force.stop",
    "SHUTDOWN_MODE,     Shutdown_mode,     --shutdown-mode,     shutdown.mode",
    "TIMEOUT,           '',                --timeout,           timeout",
    "LOG,               '',                '',                  log",
    "STATE_DIR,         '',                '',                  state.dir"
  })
  void eachSettingHasItsDocumentedNames(
      Setting setting, String property, String option, String key) {
    assertEquals(property, setting.property().orElse(""));
    assertEquals(option, setting.option().orElse(""));
    assertEquals(key, setting.key().orElse(""));
  }
}
