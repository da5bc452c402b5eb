package org.scxvm.cluster;

import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** Opens the view of a resource; all questions through it share the deadline. */
public interface Clusters {

  Cluster of(ResourceIdentity identity, Deadline deadline);
}
