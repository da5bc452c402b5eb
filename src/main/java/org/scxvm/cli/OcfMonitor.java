package org.scxvm.cli;

import java.time.Duration;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Health;
import org.scxvm.probe.ProbeDomain;
import org.scxvm.probe.ProbeRequest;
import org.scxvm.probe.Probed;
import org.scxvm.time.Deadline;

/** The monitor of OCF, which has no word for "nobody can tell": it is asked again to the end. */
final class OcfMonitor implements OcfAction.Body {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Override
  public OcfStatus run(MethodCall call) throws SettingException, ClusterException {
    ProbeDomain probe =
        new ProbeDomain(call.adapters().hypervisors(), call.cluster(), call.messages());
    ProbeRequest request =
        new ProbeRequest(
            call.identity().resource(),
            call.settings().domain(),
            call.settings().connectUri(),
            call.limit());
    Deadline deadline = call.limit().answer();
    Probed found = probe.probe(request);
    while (found.health() == Health.UNKNOWN && !deadline.less(PAUSE).hasPassed()) {
      deadline.pause(PAUSE);
      found = probe.probe(request);
    }
    return status(found);
  }

  private static OcfStatus status(Probed found) {
    return switch (found.health()) {
      case OK -> OcfStatus.SUCCESS;
      case DEGRADED -> OcfStatus.DEGRADED;
      case FAILED -> found.seen().isDown() ? OcfStatus.NOT_RUNNING : OcfStatus.GENERIC;
      case UNKNOWN -> OcfStatus.GENERIC;
    };
  }
}
