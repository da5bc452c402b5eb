package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Moves a domain to another node. */
public interface DomainMoves {

  /**
   * Moves an active domain and waits for the end. At the deadline the move is cancelled through
   * libvirt, and the call returns a few seconds later at most.
   */
  MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline);
}
