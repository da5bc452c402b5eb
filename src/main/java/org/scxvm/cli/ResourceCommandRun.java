package org.scxvm.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.LogTarget;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.SettingSource;
import org.scxvm.config.Settings;
import org.scxvm.lock.LockException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;
import org.scxvm.time.Share;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one subcommand: finds its settings and its limit, and turns whatever happens into a status.
 */
final class ResourceCommandRun {

  private static final Logger LOG = LoggerFactory.getLogger(ResourceCommandRun.class);

  /** Until the method's timeout is known, all questions to the cluster together take no longer. */
  private static final Duration FIRST_QUESTIONS = Duration.ofSeconds(20);

  private static final Set<LogTarget> ALL_TARGETS = Set.of(LogTarget.values());

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /** A person at a terminal waits no longer. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** SUNW.gds signals a command of its own after this share of the method's timeout. */
  private static final int GDS_PERCENT = 80;

  private final Adapters adapters;
  private final PrintWriter out;
  private final PrintWriter err;

  ResourceCommandRun(Adapters adapters, PrintWriter out, PrintWriter err) {
    this.adapters = adapters;
    this.out = out;
    this.err = err;
  }

  int run(ResourceCommand command, ResourceArguments arguments) {
    String ident = ident(command.name(), arguments.identity());
    // Until it is known where messages are wanted, nobody must miss one.
    Messages messages = open(command, ident, ALL_TARGETS);
    try {
      ConfigurationFile file = configuration(command, messages);
      Settings byHand = new Settings(List.of(arguments.settings(), fileSource(file)));
      messages = open(command, ident, orElse(command, byHand::log, ALL_TARGETS));
      return command.run(call(command, arguments, file, messages));
    } catch (SettingException e) {
      messages.say(AgentMessage.WRONG_SETTING, e.words());
      return command.statusOfWrongSetting();
    } catch (ClusterException e) {
      messages.say(AgentMessage.CLUSTER_SILENT, e.words());
      return command.statusOfSilentCluster();
    } catch (LockException e) {
      AgentMessage message = e.isHeld() ? AgentMessage.LOCKED : AgentMessage.NO_LOCK;
      messages.say(message, arguments.identity().resource(), e.words());
      return ExitStatus.FAILURE;
    } catch (RuntimeException | Error e) {
      messages.sayWithCause(AgentMessage.UNFORESEEN, new Whereabouts(e).toString(), e);
      LOG.debug("unforeseen", e);
      return ExitStatus.UNFORESEEN;
    }
  }

  /** A node whose file is wrong can still tell what its domain does. */
  private ConfigurationFile configuration(ResourceCommand command, Messages messages)
      throws SettingException {
    try {
      return adapters.configuration();
    } catch (SettingException e) {
      if (!isOfOtherDialect(command)) {
        throw e;
      }
      messages.say(AgentMessage.WRONG_SETTING, e.words());
      return ConfigurationFile.NONE;
    }
  }

  /** Who asks at a terminal reads the answer there; who waits for a callback, there too. */
  private Messages open(ResourceCommand command, String ident, Set<LogTarget> targets) {
    Set<LogTarget> wanted = EnumSet.copyOf(targets);
    boolean asks = command.caller() == Caller.WHO_ASKS;
    if (asks) {
      wanted.clear();
    }
    if (asks || command instanceof ProposalCommand) {
      wanted.add(LogTarget.STDERR);
    }
    return adapters.reporting().open(ident, wanted, err);
  }

  private MethodCall call(
      ResourceCommand command,
      ResourceArguments arguments,
      ConfigurationFile file,
      Messages messages)
      throws SettingException, ClusterException {
    ResourceIdentity identity = arguments.identity();
    Settings byHand = new Settings(List.of(arguments.settings(), fileSource(file)));
    Clusters clusters =
        arguments.view().apply(adapters.clusters(byHand.required(Setting.CLUSTER_BIN)));
    Cluster first = clusters.of(identity, Deadline.at(adapters.time(), FIRST_QUESTIONS));
    MethodLimit limit = limit(command, identity, first, byHand);
    Cluster cluster = clusters.of(identity, limit.answer());
    Settings settings =
        new Settings(
            List.of(
                arguments.settings(),
                new SettingSource("extension property", s -> extension(cluster, s.property())),
                fileSource(file)));
    adapters.reporting().debug(orElse(command, settings::debugLevel, 0), messages);
    LOG.debug("{} may take {}", command.name(), limit.usable());
    return new MethodCall(
        identity,
        settings,
        file,
        limit,
        until -> clusters.of(identity, until),
        messages,
        adapters,
        arguments.parsed(),
        out);
  }

  private static SettingSource fileSource(ConfigurationFile file) {
    return new SettingSource("configuration file", file);
  }

  /** A setting that may be wrong. */
  private interface Read<T> {
    T value() throws SettingException, ClusterException;
  }

  /**
   * Whoever judges the settings tells a value that is none among other things that are wrong; an
   * action of OCF or Serviceguard does what it can, whatever is wrong with the file of its node.
   */
  private static boolean doesWithout(ResourceCommand command) {
    return command instanceof ProposalCommand || isOfOtherDialect(command);
  }

  private static boolean isOfOtherDialect(ResourceCommand command) {
    return command instanceof OcfAction || command instanceof SgAction;
  }

  private static <T> T orElse(ResourceCommand command, Read<T> setting, T otherwise)
      throws SettingException, ClusterException {
    try {
      return setting.value();
    } catch (SettingException e) {
      if (doesWithout(command)) {
        return otherwise;
      }
      throw e;
    }
  }

  private static Optional<String> extension(Cluster cluster, Optional<String> property)
      throws ClusterException {
    return property.isPresent() ? cluster.resource().extension(property.get()) : Optional.empty();
  }

  /** What is set by hand counts, but never beyond the limit that the cluster manager enforces. */
  private MethodLimit limit(
      ResourceCommand command, ResourceIdentity identity, Cluster cluster, Settings settings)
      throws ClusterException, SettingException {
    Optional<Duration> byHand = orElse(command, settings::timeout, Optional.empty());
    Optional<Duration> enforced =
        switch (command.caller()) {
          case CLUSTER_MANAGER -> cluster.resource().timeoutOf(command.name());
          case WHO_ASKS -> Optional.of(PATIENCE);
          case WHO_ACTS -> Optional.empty();
        };
    Duration timeout =
        byHand
            .filter(wanted -> enforced.map(limit -> wanted.compareTo(limit) <= 0).orElse(true))
            .or(() -> enforced)
            .orElse(DEFAULT_TIMEOUT);
    Duration usable =
        identity.isGenericDataService() ? Share.percent(timeout, GDS_PERCENT) : timeout;
    return new MethodLimit(adapters.time(), timeout, usable);
  }

  /** The tag of 2008, with its marks for what is not known. */
  static String ident(String method, ResourceIdentity identity) {
    return "SC[SUNWscxvm."
        + method
        + "]:"
        + identity.group().orElse("??")
        + ":"
        + identity.resource();
  }
}
