package org.scxvm.hypervisor;

import java.util.Map;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** One connection to a hypervisor that is watched, over which changes are told. */
public interface WatchLine extends AutoCloseable {

  /** Looks once. Never fails: what cannot be seen is part of the sighting. */
  Sighting look(DomainName domain, Deadline deadline);

  /**
   * Looks at all domains with one question.
   *
   * @return by the domain's name what libvirt says of it
   */
  Map<String, Answer> lookAtAll(Deadline deadline) throws HypervisorException;

  /** Asks the guest agent whether it is there; returns if it is. */
  void pingGuest(DomainName domain, Deadline deadline) throws HypervisorException;

  /** Ends it; changes that are on their way may still be told. */
  @Override
  void close();
}
