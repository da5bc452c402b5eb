package org.scxvm.hypervisor;

import java.util.Optional;
import org.scxvm.resource.DomainName;

/** The hypervisor processes of this node's domains, seen without asking libvirt. */
public interface DomainProcesses {

  /** The second witness alone. */
  ProcessSighting look(DomainName domain);

  /** The process of a domain; empty if it has none, or none that can be seen from here. */
  Optional<ProcessIdentity> of(DomainName domain);

  /** What that process does now. */
  ProcessCondition condition(ProcessIdentity process);

  /**
   * Has something done as soon as that process has ended, on a thread that is not the caller's, or
   * at once if it has. Not all kernels tell.
   *
   * @param ended takes no time
   */
  void awaitEnd(ProcessIdentity process, Runnable ended);
}
