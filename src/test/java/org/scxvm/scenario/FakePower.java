package org.scxvm.scenario;

import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Switches the domain of a simulated node, as strict about its state as libvirt is. */
record FakePower(FakeNode node) implements DomainPower {

  @Override
  public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls()
        .act(
            "boot",
            "boot",
            deadline,
            () -> {
              node.domain().mustBeKnown();
              if (node.domain().isActive()) {
                throw new HypervisorException(Fault.REFUSED, "domain is already running");
              }
              node.domain().bootsPaused();
              node.change();
            });
  }

  @Override
  public void resume(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls()
        .act(
            "resume",
            "resume",
            deadline,
            () -> {
              node.domain().mustBeActive();
              run();
            });
  }

  @Override
  public void wake(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls()
        .act(
            "wake",
            "wake",
            deadline,
            () -> {
              node.domain().mustBeActive();
              if (!node.domain().is(Activity.PM_SUSPENDED)) {
                throw new HypervisorException(Fault.REFUSED, "domain is not suspended");
              }
              run();
            });
  }

  @Override
  public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline)
      throws HypervisorException {
    String way =
        switch (mode) {
          case ACPI -> "power button";
          case GUEST_AGENT -> "guest agent";
          case HYPERVISORS_CHOICE -> "hypervisor's choice";
        };
    node.calls()
        .act(
            way,
            "ask the guest to shut down (" + way + ")",
            deadline,
            () -> {
              node.domain().mustBeActive();
              node.powerButtonPressed();
            });
  }

  @Override
  public void destroy(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls()
        .act(
            "destroy",
            "destroy",
            deadline,
            () -> {
              node.domain().mustBeActive();
              node.domain().goesOff();
              node.change();
            });
  }

  private void run() {
    node.world().assertMayRun(node);
    node.domain().runs();
    node.change();
  }
}
