package org.scxvm.hypervisor;

import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Moves a domain to another node. */
public interface DomainMoves {

  /**
   * Moves an active domain and waits for the end.
   *
   * @param deadline when the move is cancelled through libvirt
   * @param last when the call returns, whatever came of cancelling
   */
  MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline, Deadline last);
}
