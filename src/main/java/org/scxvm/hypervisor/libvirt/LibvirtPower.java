package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Switches domains through libvirt. */
final class LibvirtPower implements DomainPower {

  private static final int START_PAUSED = 1;
  private static final int START_FORCE_BOOT = 1 << 3;
  private static final int NO_FLAGS = 0;

  private final Lines lines;

  LibvirtPower(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
    try {
      call("virDomainCreateWithFlags", domain, START_PAUSED | START_FORCE_BOOT, deadline);
    } catch (HypervisorException e) {
      if (e.fault() != Fault.UNSUPPORTED) {
        throw e;
      }
      bootWithoutForce(domain, deadline);
    }
  }

  /** Drivers that do not force a boot (Xen's, the test driver) would restore a saved image. */
  private void bootWithoutForce(DomainName domain, Deadline deadline) throws HypervisorException {
    if (hasSavedImage(domain, deadline)) {
      call("virDomainManagedSaveRemove", domain, NO_FLAGS, deadline);
    }
    try {
      call("virDomainCreateWithFlags", domain, START_PAUSED, deadline);
    } catch (HypervisorException e) {
      if (e.fault() != Fault.UNSUPPORTED) {
        throw e;
      }
      call("virDomainCreateWithFlags", domain, NO_FLAGS, deadline);
    }
  }

  private boolean hasSavedImage(DomainName domain, Deadline deadline) throws HypervisorException {
    String function = "virDomainHasManagedSaveImage";
    try {
      return lines.call(
          function,
          deadline,
          line ->
              line.withDomain(
                  domain.value(), it -> NativeLibvirt.number(function, it, NO_FLAGS) == 1));
    } catch (HypervisorException e) {
      if (e.fault() == Fault.UNSUPPORTED) {
        return false; // what cannot be asked for cannot be there
      }
      throw e;
    }
  }

  @Override
  public void resume(DomainName domain, Deadline deadline) throws HypervisorException {
    lines.call(
        "virDomainResume",
        deadline,
        line -> line.withDomain(domain.value(), it -> NativeLibvirt.number("virDomainResume", it)));
  }

  @Override
  public void wake(DomainName domain, Deadline deadline) throws HypervisorException {
    call("virDomainPMWakeup", domain, NO_FLAGS, deadline);
  }

  @Override
  public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline)
      throws HypervisorException {
    call("virDomainShutdownFlags", domain, flagOf(mode), deadline);
  }

  @Override
  public void destroy(DomainName domain, Deadline deadline) throws HypervisorException {
    call("virDomainDestroyFlags", domain, NO_FLAGS, deadline);
  }

  private void call(String function, DomainName domain, int flags, Deadline deadline)
      throws HypervisorException {
    lines.call(
        function,
        deadline,
        line -> line.withDomain(domain.value(), it -> NativeLibvirt.number(function, it, flags)));
  }

  /** {@code virDomainShutdownFlagValues}. */
  private static int flagOf(ShutdownMode mode) {
    return switch (mode) {
      case HYPERVISORS_CHOICE -> 0;
      case ACPI -> 1;
      case GUEST_AGENT -> 1 << 1;
    };
  }
}
