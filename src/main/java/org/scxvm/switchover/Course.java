package org.scxvm.switchover;

import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/** What is told about where a group is going. */
public sealed interface Course {

  /**
   * The group is being switched to these nodes.
   *
   * @param teller who says so
   */
  record Towards(List<NodeName> nodes, String teller) implements Course {}

  /** This node is being emptied, wherever its groups may go. */
  record Evacuation(String teller) implements Course {}

  /** Nobody names a node. */
  record Unknown(String reason) implements Course {}

  /**
   * What the cluster says.
   *
   * @param targets empty altogether if it cannot tell
   */
  static Optional<Course> ofCluster(Optional<List<NodeName>> targets) {
    return targets.map(
        nodes ->
            nodes.isEmpty()
                ? new Unknown("the cluster says that the group is not being switched to a node")
                : new Towards(nodes, "the cluster"));
  }
}
