package org.scxvm.hypervisor.noted;

import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * Does not take absence for down while a boot is open, nor what has come of it for a pause of the
 * user's. The boot is open until the domain is seen to run, or to be off.
 */
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
    if (seen.answer() instanceof Answer.Active active && active.activity().isWaiting()) {
      return new Sighting(
          new Answer.Active(active.uuid(), Activity.PAUSED_SINCE_LATE_BOOT), seen.process());
    }
    note.answered(); // libvirt holds the domain while it boots it; it has answered, so it is over
    return seen;
  }

  @Override
  public DomainChanges watch(DomainName domain, Deadline deadline) {
    return sight.watch(domain, deadline);
  }
}
