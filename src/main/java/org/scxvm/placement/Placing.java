package org.scxvm.placement;

import java.time.Duration;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.message.Findings;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** What the checks of one placement have in common. */
record Placing(PlacementRequest request, CheckPlacement ports, Hypervisor here, Findings findings) {

  /** Whatever needs longer counts as silent. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  Placing(PlacementRequest request, CheckPlacement ports, Findings findings) {
    this(request, ports, ports.hypervisors().at(request.connectUri()), findings);
  }

  DomainName domain() {
    return request.domain();
  }

  Deadline call() {
    return request.limit().answer().within(CALL_LIMIT);
  }
}
