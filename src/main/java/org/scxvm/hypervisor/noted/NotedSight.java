package org.scxvm.hypervisor.noted;

import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Does not take absence for down while a boot is open. */
record NotedSight(DomainSight sight, BootNote note) implements DomainSight {

  @Override
  public Sighting look(DomainName domain, Deadline deadline) {
    Sighting seen = sight.look(domain, deadline);
    if (!note.isOpen()) {
      return seen;
    }
    if (seen.isSilent()) {
      return seen.isDown()
          ? new Sighting(
              seen.answer(),
              new ProcessSighting.CannotLook("libvirt has not answered a boot, it may still come"))
          : seen;
    }
    note.answered(); // libvirt holds the domain while it boots it; it has answered, so it is over
    return seen;
  }

  @Override
  public DomainChanges watch(DomainName domain, Deadline deadline) {
    return sight.watch(domain, deadline);
  }
}
