package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** What libvirt keeps about a domain while it is off. */
public interface DomainDefinitions {

  /** The definition for the next boot, secrets included. */
  String describe(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Makes the domain known, or replaces its definition. */
  void define(String xml, Deadline deadline) throws HypervisorException;

  /** Gives the definition up; firmware variables and TPM state stay. */
  void forget(DomainName domain, Deadline deadline) throws HypervisorException;

  /**
   * Makes sure that libvirt does not start the domain by itself at boot.
   *
   * @return whether it would have
   */
  boolean clearAutostart(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Whether there is a managed-save image of the domain's memory. */
  boolean hasSavedMemory(DomainName domain, Deadline deadline) throws HypervisorException;
}
