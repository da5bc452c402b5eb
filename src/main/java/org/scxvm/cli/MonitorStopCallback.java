package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.monitor.StopMonitor;

/** {@code monitor_stop}. */
final class MonitorStopCallback implements ResourceCommand {

  @Override
  public String name() {
    return "monitor_stop";
  }

  @Override
  public String description() {
    return "Does not have the domain watched any more.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    StopMonitor monitor =
        new StopMonitor(
            MonitorStartCallback.supervision(call),
            call.state(),
            MonitorStartCallback.boot(call),
            call.messages());
    boolean stopped =
        call.registering(
            name(), () -> monitor.stop(call.identity().resource(), call.limit().answer()));
    return stopped ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }
}
