package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Health;
import org.scxvm.probe.ProbeDomain;
import org.scxvm.probe.ProbeRequest;

/** {@code probe}. It never waits for another method of the resource. */
final class ProbeCallback implements ResourceCommand {

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public String description() {
    return "Tells whether the domain is up: 0 up or unknown, 100 down.";
  }

  /** Too small to add up to a restart. */
  @Override
  public int statusOfWrongSetting() {
    return ExitStatus.WRONG_COMMAND_LINE;
  }

  /** Unknown is not a failure of the domain. */
  @Override
  public int statusOfSilentCluster() {
    return ExitStatus.SUCCESS;
  }

  static ProbeRequest request(MethodCall call) throws SettingException, ClusterException {
    return new ProbeRequest(
        call.identity().resource(),
        call.settings().domain(),
        call.settings().connectUri(),
        call.limit());
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException {
    ProbeDomain probe =
        new ProbeDomain(call.adapters().hypervisors(), call.cluster(), call.messages());
    Health health = probe.probe(request(call));
    return switch (health) {
      case OK, DEGRADED, UNKNOWN -> ExitStatus.SUCCESS;
      case FAILED -> ExitStatus.COMPLETE_FAILURE;
    };
  }
}
