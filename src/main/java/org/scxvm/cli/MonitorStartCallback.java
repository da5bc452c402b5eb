package org.scxvm.cli;

import java.util.UUID;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Supervision;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.config.Settings;
import org.scxvm.lock.LockException;
import org.scxvm.monitor.StartMonitor;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;

/** {@code monitor_start}. */
final class MonitorStartCallback implements ResourceCommand {

  @Override
  public String name() {
    return "monitor_start";
  }

  @Override
  public String description() {
    return "Has the fault monitor of this node watch the domain from now on.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    Registration registration = registration(call);
    StartMonitor monitor =
        new StartMonitor(supervision(call), call.state(), boot(call), call.messages());
    boolean registered =
        call.registering(name(), () -> monitor.register(registration, call.limit().answer()));
    return registered && monitor.awaitTakenUp(registration, call.limit().answer())
        ? ExitStatus.SUCCESS
        : ExitStatus.FAILURE;
  }

  /** Has the monitor watch by the values that are in force now, if it watches the resource. */
  static boolean refresh(String method, MethodCall call)
      throws SettingException, ClusterException, LockException {
    StartMonitor monitor =
        new StartMonitor(supervision(call), call.state(), boot(call), call.messages());
    Deadline deadline = call.limit().answer();
    ResourceName resource = call.identity().resource();
    if (!monitor.isWatched(resource, deadline)) {
      return true; // without a wait for anybody's lock
    }
    return call.registering(
        method,
        () ->
            !monitor.isWatched(resource, deadline)
                || monitor.refresh(registration(call), deadline));
  }

  /** How the ids of this boot of the machine begin; nothing where it does not tell. */
  static String boot(MethodCall call) {
    return Boot.of(call.adapters().host(), call.limit().answer());
  }

  static Supervision supervision(MethodCall call) throws SettingException, ClusterException {
    return call.adapters()
        .supervision(call.settings().required(Setting.CLUSTER_BIN), call.limit().answer());
  }

  /** All that the monitor has to know, so that it need not ask when it is started anew. */
  static Registration registration(MethodCall call) throws SettingException, ClusterException {
    Settings settings = call.settings();
    MonitorView monitor = call.cluster().apply(call.limit().answer()).monitor();
    return new Registration(
        boot(call) + UUID.randomUUID(),
        call.identity(),
        settings.domain(),
        settings.connectUri(),
        monitor.policy(),
        new GuestPolicy(
            settings.guestShutdown(),
            settings.guestAgent(),
            settings.pluginProbe(),
            settings.guestCheckTimeout()),
        call.words().originalArgs(),
        monitor.restarts());
  }
}
