package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.scxvm.time.Share;

/** Asks libvirt, and the process table where libvirt's answer is not enough. */
final class LibvirtSight implements DomainSight {

  /** The table is in memory; more means that something in it hangs. */
  private static final Duration WITNESS_LIMIT = Duration.ofSeconds(2);

  /** The part of a look that libvirt does not get, where that is less. */
  private static final int WITNESS_SHARE = 5;

  /** What a look at the table always gets, even where libvirt has used up the time. */
  private static final Duration WITNESS_LEAST = Duration.ofMillis(500);

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
    Answer answer = ask(domain, forLibvirt(deadline));
    if (answer instanceof Answer.Active) {
      return new Sighting(answer, witness.lookAtActive(domain));
    }
    return new Sighting(answer, lookAtProcess(domain, answer, forWitness(deadline)));
  }

  /** A look at all processes can hang where the storage of one hangs, so it can be given up. */
  private ProcessSighting lookAtProcess(DomainName domain, Answer answer, Deadline deadline) {
    try {
      return BoundedCall.<ProcessSighting, IllegalStateException>run(
          "process table", deadline, () -> witness.look(domain, answer.knownUuid()));
    } catch (TimeoutException e) {
      return new ProcessSighting.NoAnswer(String.valueOf(e.getMessage()));
    }
  }

  /** A libvirt that hangs leaves the other witness its time, for a node with much to do. */
  static Deadline forLibvirt(Deadline deadline) {
    Duration share = Share.of(deadline.remaining(), WITNESS_SHARE);
    return deadline.less(share.compareTo(WITNESS_LIMIT) < 0 ? share : WITNESS_LIMIT);
  }

  /** Looks that each overrun a method's end add up, so hardly anything is given beyond it. */
  static Deadline forWitness(Deadline deadline) {
    return deadline.later(Deadline.in(deadline.time(), WITNESS_LEAST)).within(WITNESS_LIMIT);
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
