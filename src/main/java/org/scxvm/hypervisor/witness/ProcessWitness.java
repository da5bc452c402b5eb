package org.scxvm.hypervisor.witness;

import java.util.Optional;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.resource.DomainName;

/** The second witness: looks for a domain's hypervisor process without asking libvirt. */
public interface ProcessWitness {

  /**
   * Looks once; never fails.
   *
   * @param uuid the domain's identity, where it is known; the name finds the process too
   */
  ProcessSighting look(DomainName domain, Optional<String> uuid);

  /**
   * Looks at the process of a domain that is active for libvirt. All that could be new is that it
   * is stopped; where that cannot be seen, no look is needed.
   */
  default ProcessSighting lookAtActive(DomainName domain) {
    return new ProcessSighting.NotNeeded();
  }
}
