package org.scxvm.config;

import java.util.Optional;

/** What can be set, and under which name where. An empty name: it cannot be set there. */
public enum Setting {
  DOMAIN("Domain_name", "--domain", "", ""),
  DOMAIN_PATHNAME("Domain_pathname", "--domain-pathname", "", ""),
  CONFIG("", "--config", "", ""),
  FAILOVER_TYPE("Failover_type", "--failover-type", "", "normal"),
  CONNECT_URI("Connect_uri", "--connect", "connect.uri", ""),
  PEER_URI("Peer_uri", "--peer-uri", "peer.uri", "qemu+tls://%n/system"),
  MIGRATION_URI("Migration_uri", "--migration-uri", "migration.uri", ""),
  MIGRATION_OPTIONS("Migration_options", "--migration-options", "migration.options", ""),
  PEER_CHECK("Peer_check", "--peer-check", "peer.check", "auto"),
  MIGRATION_FAILURE("Migration_failure", "--migration-failure", "migration.failure", "shutdown"),
  FORCE_STOP("Force_stop", "--force-stop", "force.stop", "false"),
  SHUTDOWN_MODE("Shutdown_mode", "--shutdown-mode", "shutdown.mode", ""),
  START_RECOVERS("Start_recovers", "--start-recovers", "start.recovers", "false"),
  GUEST_SHUTDOWN("Guest_shutdown", "--guest-shutdown", "guest.shutdown", "restart"),
  GUEST_AGENT("Guest_agent", "--guest-agent", "guest.agent", "false"),
  PLUGIN_PROBE("Plugin_probe", "--plugin-probe", "plugin.probe", ""),
  GUEST_CHECK_TIMEOUT("Guest_check_timeout", "--guest-check-timeout", "guest.check.timeout", "30"),
  START_WAITS("Start_wait_for_guest", "--start-wait-for-guest", "start.wait.for.guest", "false"),
  DEBUG_LEVEL("Debug_level", "--debug", "debug", "0"),
  TIMEOUT("", "--timeout", "timeout", ""),
  COMMAND_LOG("", "--commandlog", "commandlog", "/var/cluster/logs/commandlog"),
  CLUSTER_BIN("", "", "cluster.bin", "/usr/cluster/bin"),
  LOG("", "", "log", "syslog"),
  STATE_DIR("", "", "state.dir", "/var/run/scxvm");

  private final String property;
  private final String option;
  private final String key;
  private final String builtIn;

  Setting(String property, String option, String key, String builtIn) {
    this.property = property;
    this.option = option;
    this.key = key;
    this.builtIn = builtIn;
  }

  /** The extension property. */
  public Optional<String> property() {
    return nonEmpty(property);
  }

  /** The option of the command line. */
  public Optional<String> option() {
    return nonEmpty(option);
  }

  /** The key in the configuration file. */
  public Optional<String> key() {
    return nonEmpty(key);
  }

  /** The value that it has when nobody sets it. */
  public Optional<String> builtIn() {
    return nonEmpty(builtIn);
  }

  /** The name by which an administrator knows it best. */
  public String label() {
    return property().or(this::key).orElse(option);
  }

  private static Optional<String> nonEmpty(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
