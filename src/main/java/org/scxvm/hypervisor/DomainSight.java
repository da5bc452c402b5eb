package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Looks at a domain. */
public interface DomainSight {

  /**
   * Looks once. Never fails: what cannot be seen is part of the sighting.
   *
   * @param deadline libvirt is given up at it; the look at the process comes on top, and is short
   */
  Sighting look(DomainName domain, Deadline deadline);

  /**
   * Opens a view of the domain's changes, for as long as somebody waits for one.
   *
   * @param deadline until when it must be open
   */
  DomainChanges watch(DomainName domain, Deadline deadline);
}
