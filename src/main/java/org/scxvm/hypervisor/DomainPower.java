package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * Switches a domain on and off. A call that returns has been taken up by the hypervisor; what came
 * of it, only a look tells. A call that is given up at its deadline may still take effect.
 */
public interface DomainPower {

  /**
   * Boots a defined domain; a saved memory image of it is discarded, never restored. The domain is
   * left paused before its first step, by every hypervisor that can do that.
   */
  void boot(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Lets a paused domain go on. */
  void resume(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Wakes a domain that its own power management suspended. */
  void wake(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Asks the guest to shut down; returns before it has. */
  void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline) throws HypervisorException;

  /** Ends the domain's process: SIGTERM, after ten seconds SIGKILL. */
  void destroy(DomainName domain, Deadline deadline) throws HypervisorException;
}
