package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** What else libvirt knows about a domain, and about what it needs. Only asks. */
public interface DomainSurvey {

  /**
   * Returns if libvirt answers at all.
   *
   * @throws HypervisorException it does not
   */
  void reach(Deadline deadline) throws HypervisorException;

  /** Whether libvirt starts the domain by itself at boot. */
  boolean hasAutostart(DomainName domain, Deadline deadline) throws HypervisorException;

  /** How many snapshots the domain has. */
  int snapshots(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Whether this hypervisor can give a domain that CPU. */
  boolean hasCpu(CpuRequest cpu, Deadline deadline) throws HypervisorException;

  /** Whether there is an active network of that name. */
  boolean hasActiveNetwork(String name, Deadline deadline) throws HypervisorException;

  /** Whether there is an active storage pool of that name. */
  boolean hasActivePool(String name, Deadline deadline) throws HypervisorException;
}
