package org.scxvm.hypervisor.noted;

import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Notes a boot before it is asked for, and takes the note away when it is answered. */
record NotedPower(DomainPower power, BootNote note) implements DomainPower {

  @Override
  public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
    note.open();
    try {
      power.boot(domain, deadline);
      note.answered();
    } catch (HypervisorException e) {
      if (e.fault() != Fault.SILENT) {
        note.answered();
      }
      throw e;
    }
  }

  @Override
  public void resume(DomainName domain, Deadline deadline) throws HypervisorException {
    power.resume(domain, deadline);
  }

  @Override
  public void wake(DomainName domain, Deadline deadline) throws HypervisorException {
    power.wake(domain, deadline);
  }

  @Override
  public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline)
      throws HypervisorException {
    power.shutDown(domain, mode, deadline);
  }

  @Override
  public void destroy(DomainName domain, Deadline deadline) throws HypervisorException {
    power.destroy(domain, deadline);
  }
}
