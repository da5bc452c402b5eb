package org.scxvm.hypervisor;

import java.util.Optional;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** What libvirt knows about a domain that is to be moved. Only asks. */
public interface MoveSurvey {

  /** The definition of the domain as it runs; of one that is off, that for its next boot. */
  String describeNow(DomainName domain, Deadline deadline) throws HypervisorException;

  /** A job that keeps the domain busy, in words: a backup, a dump, a migration. */
  Optional<String> job(DomainName domain, Deadline deadline) throws HypervisorException;

  /**
   * A job that keeps one of its disks busy, in words.
   *
   * @param disk its name in the definition, as in {@code vda}
   */
  Optional<String> blockJob(DomainName domain, String disk, Deadline deadline)
      throws HypervisorException;

  /** The name of the domain that has this UUID. */
  Optional<String> nameOf(String uuid, Deadline deadline) throws HypervisorException;
}
