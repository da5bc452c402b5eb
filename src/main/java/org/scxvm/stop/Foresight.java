package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/** Sees before a migration begins that it would fail. It changes nothing. */
public interface Foresight {

  /**
   * Why the domain cannot be migrated now; the particulars have been said.
   *
   * @param move how it would be moved
   * @param deadline whatever has not answered then counts as silent
   * @return empty if nothing is known that surely makes it fail
   */
  Optional<String> hindrance(NodeName target, MoveRequest move, Deadline deadline);
}
