package org.scxvm.hypervisor;

import java.util.Optional;
import org.scxvm.time.Deadline;

/** What libvirt knows about its node, apart from any domain. Only asks. */
public interface NodeSurvey {

  Versions versions(Deadline deadline) throws HypervisorException;

  /** The identity of the machine, by which libvirt tells one from another; empty if it has none. */
  Optional<String> machineId(Deadline deadline) throws HypervisorException;

  NodeMemory memory(Deadline deadline) throws HypervisorException;

  /** How many huge pages of that size are free. */
  long freePages(long sizeKib, Deadline deadline) throws HypervisorException;

  /** Why this node cannot run domains of that kind; empty if it can. */
  Optional<String> lack(Platform platform, Deadline deadline) throws HypervisorException;

  /** Whether there is a volume at that path, as far as storage pools tell. */
  Presence volume(String path, Deadline deadline) throws HypervisorException;

  /** Whether there is a bridge or another network interface of that name. */
  Presence networkInterface(String name, Deadline deadline) throws HypervisorException;
}
