package org.scxvm.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.SettingSource;
import org.scxvm.config.Settings;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.message.MonitorMessage;
import org.scxvm.monitor.FaultMonitor;
import org.scxvm.time.Deadline;
import picocli.CommandLine.Model.CommandSpec;

/** {@code monitor}: the fault monitor of this node itself, which stays. */
final class MonitorCommand {

  static final String NAME = "monitor";

  private static final Duration BOOT_LIMIT = Duration.ofSeconds(5);
  private static final String IDENT = "SC[SUNWscxvm.monitor]:??:??";

  private final Adapters adapters;
  private final PrintWriter err;

  MonitorCommand(Adapters adapters, PrintWriter err) {
    this.adapters = adapters;
    this.err = err;
  }

  static CommandSpec spec() {
    CommandSpec spec = HelpOptions.named(NAME);
    spec.usageMessage()
        .description(
            "Watches all domains that monitor_start has registered here, until it is ended.");
    return spec;
  }

  int run() {
    Messages messages = adapters.reporting().open(IDENT, Set.of(), err);
    try {
      ConfigurationFile file = adapters.configuration();
      Settings settings = new Settings(List.of(new SettingSource("configuration file", file)));
      messages = adapters.reporting().open(IDENT, settings.log(), err);
      adapters.reporting().debug(settings.debugLevel(), messages);
      return watch(settings, messages);
    } catch (SettingException e) {
      messages.say(AgentMessage.WRONG_SETTING, e.words());
      return ExitStatus.FAILURE;
    } catch (ClusterException e) {
      messages.say(AgentMessage.CLUSTER_SILENT, e.words());
      return ExitStatus.FAILURE;
    } catch (LockException e) {
      messages.say(MonitorMessage.RUNS_ALREADY, e.words());
      return ExitStatus.FAILURE;
    }
  }

  private int watch(Settings settings, Messages messages)
      throws SettingException, ClusterException, LockException {
    String state = settings.required(Setting.STATE_DIR);
    ResourceLocks locks = adapters.locks(state);
    Deadline atOnce = Deadline.in(adapters.time(), Duration.ZERO);
    ResourceLocks.Held held = locks.acquire(LockName.MONITOR, NAME, atOnce);
    try {
      messages.say(MonitorMessage.BEGUN, adapters.self().pid());
      FaultMonitor.Node node =
          new FaultMonitor.Node(
              until -> adapters.folders().state(state, until),
              Boot.of(adapters.host(), Deadline.in(adapters.time(), BOOT_LIMIT)),
              locks,
              adapters.commands(),
              adapters.time(),
              adapters.self());
      Clusters clusters = adapters.clusters(settings.required(Setting.CLUSTER_BIN));
      new FaultMonitor(node, adapters.watchedHypervisors(), clusters, messages).run();
      messages.say(MonitorMessage.ENDED);
      return ExitStatus.SUCCESS;
    } finally {
      held.close();
    }
  }
}
