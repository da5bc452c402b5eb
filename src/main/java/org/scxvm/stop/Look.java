package org.scxvm.stop;

import java.time.Duration;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Looks at one domain of this node. */
record Look(DomainSight sight, DomainName domain) {

  /** libvirt that needs longer for a look counts as silent; it is asked again. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  Sighting until(Deadline deadline) {
    return sight.look(domain, deadline.within(LIMIT));
  }
}
