package org.scxvm.validate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.PeerSettings;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.Settings;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;

/** Reads every setting by itself, so that one that is wrong hides no other. */
final class SettingCheck {

  /** A quarter is for a migration; the guest needs the better part of the rest. */
  private static final Duration STOP_TIMEOUT_MIN = Duration.ofMinutes(2);

  private final Validating validating;
  private final Settings settings;

  SettingCheck(Validating validating) {
    this.validating = validating;
    this.settings = validating.request().settings();
  }

  Wanted read() throws ClusterException {
    checkStopTimeout();
    usable(settings::debugLevel);
    usable(settings::timeout);
    usable(settings::log);
    usable(settings::peerCheck);
    usable(settings::guestShutdown);
    usable(settings::guestCheckTimeout);
    usable(settings::shutdownModes);
    checkStartWaits();
    checkMigrationFailure();
    Optional<String> config = usable(settings::config).flatMap(Function.identity());
    Optional<FailoverType> type = failoverType();
    boolean migrates = type.filter(FailoverType::migrates).isPresent();
    checkStartRecovers(type);
    return new Wanted(
        usable(settings::domain),
        folder(config),
        config,
        type,
        settings.connectUri(),
        peers(migrates));
  }

  /** Only whoever has a definition can do without the folder, and then there are no records. */
  private Optional<String> folder(Optional<String> config) throws ClusterException {
    if (config.isPresent() && settings.find(Setting.DOMAIN_PATHNAME).isEmpty()) {
      validating.findings().add(FindingMessage.NO_RECORDS);
      return Optional.empty();
    }
    return usable(settings::domainPathname);
  }

  /** A wait for nobody's word would only fail. */
  private void checkStartWaits() throws ClusterException {
    boolean waits = usable(settings::startWaits).orElse(false);
    boolean agent = usable(settings::guestAgent).orElse(false);
    boolean program = usable(settings::pluginProbe).filter(it -> !it.isEmpty()).isPresent();
    if (waits && !agent && !program) {
      validating
          .findings()
          .add(
              AgentMessage.WRONG_SETTING,
              "Start_wait_for_guest needs Guest_agent=TRUE or Plugin_probe");
    }
  }

  /** A setting that may be wrong. */
  private interface Read<T> {
    T value() throws SettingException, ClusterException;
  }

  private <T> Optional<T> usable(Read<T> read) throws ClusterException {
    try {
      return Optional.of(read.value());
    } catch (SettingException e) {
      validating.findings().add(AgentMessage.WRONG_SETTING, e.words());
      return Optional.empty();
    }
  }

  private Optional<FailoverType> failoverType() throws ClusterException {
    String value = settings.find(Setting.FAILOVER_TYPE).orElse("");
    Optional<FailoverType> type = FailoverType.of(value);
    if (type.isEmpty()) {
      String expected = "expected " + FailoverType.ACCEPTED;
      validating.findings().addWithCause(AncestorMessage.FAILOVER_TYPE_NOT_VALID, expected, value);
    }
    return type;
  }

  /** The options matter to whoever migrates only. */
  private Optional<PeerAddresses> peers(boolean migrates) throws ClusterException {
    Optional<PeerAddresses> peers =
        usable(() -> PeerSettings.addresses(settings, validating.request().peerUris()));
    if (migrates && peers.isPresent()) {
      usable(() -> PeerSettings.withOptions(peers.get(), settings));
    }
    return peers;
  }

  /** The domain would stay, its Stop would fail, and the cluster would kill the node under it. */
  private void checkMigrationFailure() throws ClusterException {
    Optional<MigrationFailure> failure = usable(settings::migrationFailure);
    if (failure.filter(MigrationFailure.STAY::equals).isPresent()
        && validating.cluster().resource().killsNodeIfStopFails()) {
      validating.findings().add(FindingMessage.STAYS_TO_BE_KILLED);
    }
  }

  private void checkStartRecovers(Optional<FailoverType> type) throws ClusterException {
    boolean wanted = usable(settings::startRecovers).filter(Boolean::booleanValue).isPresent();
    if (wanted && type.filter(each -> !each.migrates()).isPresent()) {
      validating.findings().add(FindingMessage.RECOVERS_NOTHING, type.get().property());
    }
  }

  private void checkStopTimeout() throws ClusterException {
    validating
        .cluster()
        .resource()
        .timeoutOf("stop")
        .filter(limit -> limit.compareTo(STOP_TIMEOUT_MIN) < 0)
        .ifPresent(
            limit ->
                validating
                    .findings()
                    .add(
                        FindingMessage.SHORT_STOP,
                        limit.toSeconds(),
                        STOP_TIMEOUT_MIN.toSeconds()));
  }
}
