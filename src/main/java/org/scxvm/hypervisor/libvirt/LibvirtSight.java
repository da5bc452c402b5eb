package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Asks libvirt, and the process table where libvirt's answer is not enough. */
final class LibvirtSight implements DomainSight {

  private final Lines lines;
  private final LibvirtEvents events;
  private final ProcessWitness witness;

  LibvirtSight(Lines lines, LibvirtEvents events, ProcessWitness witness) {
    this.lines = lines;
    this.events = events;
    this.witness = witness;
  }

  @Override
  public Sighting look(DomainName domain, Deadline deadline) {
    Answer answer = ask(domain, deadline);
    if (answer instanceof Answer.Active) {
      return new Sighting(answer, new ProcessSighting.NotNeeded());
    }
    return new Sighting(answer, witness.look(domain, answer.knownUuid()));
  }

  private Answer ask(DomainName domain, Deadline deadline) {
    try {
      return lines.call("look", deadline, line -> line.look(domain.value()));
    } catch (HypervisorException e) {
      return new Answer.Silent(e.words());
    }
  }

  @Override
  public DomainChanges watch(DomainName domain, Deadline deadline) {
    return events.watch(domain, deadline);
  }
}
