package org.scxvm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Looks at the domain of a simulated node. */
record FakeSight(FakeNode node) implements DomainSight {

  @Override
  public Sighting look(DomainName name, Deadline deadline) {
    assertEquals(FakeDomain.NAME, name);
    Sighting sighting = node.sighting(answer(deadline));
    node.world().story().seen(node.place(), sighting.toString());
    return sighting;
  }

  private Answer answer(Deadline deadline) {
    try {
      node.calls().ask("look", deadline);
      return node.domain().answer();
    } catch (HypervisorException e) {
      return new Answer.Silent(e.words());
    }
  }

  /** Without an answer of libvirt there are no events, and waiting is all that is left. */
  @Override
  public DomainChanges watch(DomainName name, Deadline deadline) {
    assertEquals(FakeDomain.NAME, name);
    try {
      node.calls().make("watch", deadline, node::forgetChange);
      return new Told(node);
    } catch (HypervisorException e) {
      return new Untold(node);
    }
  }

  private record Told(FakeNode node) implements DomainChanges {
    @Override
    public void await(Duration atMost) {
      node.world().time().countCall();
      node.world().time().sleepUntil(atMost, node::hasChanged);
      node.forgetChange();
    }

    @Override
    public void close() {}
  }

  private record Untold(FakeNode node) implements DomainChanges {
    @Override
    public void await(Duration atMost) {
      node.world().time().countCall();
      node.world().time().sleep(atMost);
    }

    @Override
    public void close() {}
  }
}
