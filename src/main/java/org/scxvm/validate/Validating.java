package org.scxvm.validate;

import java.time.Duration;
import java.util.List;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.message.Findings;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/** What the checks of one Validate have in common. */
record Validating(ValidateRequest request, ValidateResource ports, Findings findings) {

  /** Whatever needs longer counts as silent. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  Deadline call() {
    return request.limit().answer().within(CALL_LIMIT);
  }

  Cluster cluster() {
    return ports.cluster().apply(call());
  }

  /** The nodes of the group; none if no cluster manager says which. */
  List<NodeName> nodes() throws ClusterException {
    return cluster().group().nodeList();
  }
}
