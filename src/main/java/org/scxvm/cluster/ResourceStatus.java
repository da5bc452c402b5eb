package org.scxvm.cluster;

/** The status of a resource on a node, as the agent sets and reads it. */
public enum ResourceStatus {
  OK,
  DEGRADED,
  FAULTED,
  /** Not here, and that is as it should be. */
  OFFLINE,
  OTHER
}
