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
}
