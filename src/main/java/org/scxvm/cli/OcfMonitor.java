package org.scxvm.cli;

import java.time.Duration;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.probe.ProbeDomain;
import org.scxvm.probe.ProbeRequest;
import org.scxvm.time.Deadline;

/** The monitor of OCF, which has no word for "nobody can tell": it is looked at to the end. */
final class OcfMonitor implements OcfAction.Body {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public OcfStatus run(MethodCall call) throws SettingException, ClusterException {
    ProbeDomain probe =
        new ProbeDomain(call.adapters().hypervisors(), call.cluster(), call.messages());
    ProbeRequest request = ProbeCallback.request(call);
    Deadline deadline = call.limit().answer();
    Sighting seen = probe.look(request, deadline);
    while (Health.of(seen) == Health.UNKNOWN && !deadline.less(PAUSE).hasPassed()) {
      deadline.pause(PAUSE);
      seen = probe.look(request, deadline);
    }
    return switch (probe.tell(request, seen)) {
      case OK -> OcfStatus.SUCCESS;
      case DEGRADED -> OcfStatus.DEGRADED;
      case FAILED -> seen.isDown() ? OcfStatus.NOT_RUNNING : OcfStatus.GENERIC;
      case UNKNOWN -> OcfStatus.GENERIC;
    };
  }
}
