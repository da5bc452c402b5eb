package org.scxvm.settle;

import org.scxvm.cluster.ClusterException;
import org.scxvm.owner.Ownership;
import org.scxvm.time.Deadline;

/** Both ends of a migration, as they can be asked and told from here. */
public record Route(Ownership.Move move, Place source, Place target) {

  /**
   * The nodes that a migration names.
   *
   * @param uuid the domain's identity; empty if it is not known
   * @throws ClusterException nobody says which node this is
   */
  public static Route of(Ownership.Move move, String uuid, Places places, Deadline deadline)
      throws ClusterException {
    return new Route(
        move, places.of(move.source(), uuid, deadline), places.of(move.target(), uuid, deadline));
  }

  /** The domain's identity. */
  public String uuid() {
    return target.uuid();
  }
}
