package org.scxvm.config;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.owner.PeerCheck;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.MigrationFailure;

/**
 * The settings of one call, each looked for where it is used: the first source that has it wins.
 */
public final class Settings {

  private static final int DEBUG_LEVEL_MAX = 2;

  /** Two days; nobody waits longer for a domain. */
  private static final long TIMEOUT_SECONDS_MAX = 172_800;

  private static final long GUEST_CHECK_SECONDS_MAX = 3600;

  private static final String BUILT_IN = "built in";

  private final List<SettingSource> sources;

  /**
   * Makes the settings of one call.
   *
   * @param sources in the order in which they are asked; the built-in values come last by
   *     themselves
   */
  public Settings(List<SettingSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The same settings, and one more source, which is asked after all others. */
  public Settings orElse(SettingSource last) {
    return new Settings(Stream.concat(sources.stream(), Stream.of(last)).toList());
  }

  /** The same settings; the name of the domain comes from there. */
  public Settings naming(SettingSource name) {
    SettingSource first =
        new SettingSource(
            name.origin(),
            setting -> setting == Setting.DOMAIN ? name.lookup().find(setting) : Optional.empty());
    return new Settings(Stream.concat(Stream.of(first), sources.stream()).toList());
  }

  /**
   * A value and where it was found.
   *
   * @param origin what the place is called
   */
  public record Found(String value, String origin) {}

  /** The value as it is set. */
  public Optional<String> find(Setting setting) throws ClusterException {
    return findWithOrigin(setting).map(Found::value);
  }

  /** The value as it is set, and by whom. */
  public Optional<Found> findWithOrigin(Setting setting) throws ClusterException {
    for (SettingSource source : sources) {
      Optional<String> value = source.lookup().find(setting);
      if (value.isPresent()) {
        return value.map(it -> new Found(it, source.origin()));
      }
    }
    return setting.builtIn().map(it -> new Found(it, BUILT_IN));
  }

  public DomainName domain() throws ClusterException, SettingException {
    String value = required(Setting.DOMAIN);
    try {
      return new DomainName(value);
    } catch (IllegalArgumentException e) {
      throw new SettingException(Setting.DOMAIN.label() + ": " + e.getMessage());
    }
  }

  /** The shared folder, an absolute path. */
  public String domainPathname() throws ClusterException, SettingException {
    String value = required(Setting.DOMAIN_PATHNAME);
    if (!value.startsWith("/")) {
      throw notAccepted(Setting.DOMAIN_PATHNAME, value, "an absolute path");
    }
    return value;
  }

  /** The file that the domain is defined from, an absolute path; usually there is none. */
  public Optional<String> config() throws ClusterException, SettingException {
    Optional<String> value = find(Setting.CONFIG).filter(it -> !it.isEmpty());
    if (value.isPresent() && !value.get().matches("/.*[^/]")) {
      throw notAccepted(Setting.CONFIG, value.get(), "the absolute path of a file");
    }
    return value;
  }

  /** How a Stop asks the guest to shut down, in turn; nothing if it is not to be asked. */
  public List<ShutdownMode> shutdownModes() throws ClusterException, SettingException {
    if (yesOrNo(Setting.FORCE_STOP)) {
      return List.of();
    }
    String value = find(Setting.SHUTDOWN_MODE).orElse("").strip().toLowerCase(Locale.ROOT);
    return switch (value) {
      case "" -> ShutdownMode.USUAL;
      case "acpi" -> List.of(ShutdownMode.ACPI);
      case "agent" -> List.of(ShutdownMode.GUEST_AGENT);
      default -> throw notAccepted(Setting.SHUTDOWN_MODE, value, "acpi or agent");
    };
  }

  public FailoverType failoverType() throws ClusterException, SettingException {
    String value = required(Setting.FAILOVER_TYPE);
    return FailoverType.of(value)
        .orElseThrow(() -> notAccepted(Setting.FAILOVER_TYPE, value, FailoverType.ACCEPTED));
  }

  public PeerCheck peerCheck() throws ClusterException, SettingException {
    String value = required(Setting.PEER_CHECK);
    return PeerCheck.of(value)
        .orElseThrow(() -> notAccepted(Setting.PEER_CHECK, value, PeerCheck.ACCEPTED));
  }

  /** What becomes of a domain that could not be migrated. */
  public MigrationFailure migrationFailure() throws ClusterException, SettingException {
    String value = required(Setting.MIGRATION_FAILURE);
    return MigrationFailure.of(value)
        .orElseThrow(
            () -> notAccepted(Setting.MIGRATION_FAILURE, value, MigrationFailure.ACCEPTED));
  }

  /** Whether a Start fetches a domain that runs on another node. */
  public boolean startRecovers() throws ClusterException, SettingException {
    return yesOrNo(Setting.START_RECOVERS);
  }

  /** What becomes of a domain whose guest has shut itself down. */
  public GuestShutdown guestShutdown() throws ClusterException, SettingException {
    String value = required(Setting.GUEST_SHUTDOWN);
    return GuestShutdown.of(value)
        .orElseThrow(() -> notAccepted(Setting.GUEST_SHUTDOWN, value, GuestShutdown.ACCEPTED));
  }

  /** Whether the fault monitor asks the guest agent for an answer. */
  public boolean guestAgent() throws ClusterException, SettingException {
    return yesOrNo(Setting.GUEST_AGENT);
  }

  /** The words of the program that tells whether the guest is well; none if there is none. */
  public List<String> pluginProbe() throws ClusterException, SettingException {
    String value = find(Setting.PLUGIN_PROBE).orElse("").strip();
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.startsWith("/")) {
      throw notAccepted(Setting.PLUGIN_PROBE, value, "an absolute path, and words for it");
    }
    return List.of(value.split("\\s+"));
  }

  /** What one check of the guest may take. */
  public Duration guestCheckTimeout() throws ClusterException, SettingException {
    Setting setting = Setting.GUEST_CHECK_TIMEOUT;
    return Duration.ofSeconds(number(setting, required(setting), 1, GUEST_CHECK_SECONDS_MAX));
  }

  /** Whether a Start waits until a check of the guest says that it is well. */
  public boolean startWaits() throws ClusterException, SettingException {
    return yesOrNo(Setting.START_WAITS);
  }

  private boolean yesOrNo(Setting setting) throws ClusterException, SettingException {
    String value = required(setting);
    return Switch.of(value).orElseThrow(() -> notAccepted(setting, value, "true or false"));
  }

  /** The hypervisor of this node. */
  public String connectUri() throws ClusterException {
    return find(Setting.CONNECT_URI)
        .orElseGet(
            () -> System.getProperty("os.name", "").equals("SunOS") ? "xen:///" : "qemu:///system");
  }

  public int debugLevel() throws ClusterException, SettingException {
    return (int) number(Setting.DEBUG_LEVEL, required(Setting.DEBUG_LEVEL), 0, DEBUG_LEVEL_MAX);
  }

  /** What the method may take, where it is set by hand. */
  public Optional<Duration> timeout() throws ClusterException, SettingException {
    Optional<String> value = find(Setting.TIMEOUT);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Duration.ofSeconds(number(Setting.TIMEOUT, value.get(), 1, TIMEOUT_SECONDS_MAX)));
  }

  public Set<LogTarget> log() throws ClusterException, SettingException {
    String value = required(Setting.LOG);
    Set<LogTarget> targets = EnumSet.noneOf(LogTarget.class);
    for (String word : value.split(",", -1)) {
      switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "syslog" -> targets.add(LogTarget.SYSLOG);
        case "stderr" -> targets.add(LogTarget.STDERR);
        default -> throw notAccepted(Setting.LOG, value, "syslog, stderr or syslog,stderr");
      }
    }
    return targets;
  }

  /** A setting that must have a value. */
  public String required(Setting setting) throws ClusterException, SettingException {
    Optional<String> value = find(setting);
    if (value.isEmpty()) {
      String option = setting.option().map(name -> " (option " + name + ")").orElse("");
      throw new SettingException(setting.label() + option + " is not set, but needed");
    }
    return value.get();
  }

  private static long number(Setting setting, String value, long from, long to)
      throws SettingException {
    try {
      long number = Long.parseLong(value.strip());
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the words of whoever set it.
    }
    throw notAccepted(setting, value, "a whole number from " + from + " to " + to);
  }

  private static SettingException notAccepted(Setting setting, String value, String accepted) {
    return SettingException.notAccepted(setting.label(), value, accepted);
  }
}
