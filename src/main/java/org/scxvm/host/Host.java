package org.scxvm.host;

import java.util.Optional;
import org.scxvm.time.Deadline;

/** This machine, apart from its hypervisor. Only looked at, never changed. */
public interface Host {

  /** What Solaris calls the platform ({@code uname -i}); empty on other systems. */
  Optional<String> solarisPlatform(Deadline deadline) throws HostException;

  /** Whether libvirt-guests, which starts and stops domains at boot and shutdown, is enabled. */
  boolean hasGuestsService(Deadline deadline) throws HostException;

  /** Tells this boot of the machine from all others; empty where the machine does not tell. */
  Optional<String> bootId(Deadline deadline) throws HostException;

  /** Its memory; empty where it cannot be told. */
  Optional<HostMemory> memory(Deadline deadline) throws HostException;

  /** The size of its ordinary pages in KiB; where it cannot be told, what is usual. */
  long pageSize(Deadline deadline) throws HostException;

  /**
   * Its huge pages of one size; empty where it cannot be told.
   *
   * @param sizeKib 0 for the size that is the default here
   */
  Optional<HugePages> hugePages(long sizeKib, Deadline deadline) throws HostException;

  /** Whether there is surely nothing at that path; what cannot be looked at may be there. */
  boolean isMissing(String path, Deadline deadline) throws HostException;
}
