package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.placement.CheckPlacement;
import org.scxvm.placement.PlacementRequest;
import org.scxvm.resource.FailoverType;

/** {@code monitor_check}. It never waits for another method of the resource. */
final class MonitorCheckCallback implements ResourceCommand {

  @Override
  public String name() {
    return "monitor_check";
  }

  @Override
  public String description() {
    return "Tells whether the domain could run on this node now: 0 yes or perhaps, 1 surely not.";
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    CheckPlacement placement =
        new CheckPlacement(
            call.adapters().hypervisors(),
            call.cluster(),
            call.adapters().folders(),
            call.adapters().host(),
            call.messages());
    PlacementRequest request =
        new PlacementRequest(
            call.identity().resource(),
            call.settings().domain(),
            call.settings().domainPathname(),
            call.settings().connectUri(),
            migrates(call),
            call.limit());
    return placement.check(request).succeeded() ? ExitStatus.SUCCESS : ExitStatus.FAILURE;
  }

  /** A type that is none keeps no domain from being started. */
  private static boolean migrates(MethodCall call) throws SettingException, ClusterException {
    return FailoverType.of(call.settings().required(Setting.FAILOVER_TYPE))
        .filter(FailoverType::migrates)
        .isPresent();
  }
}
