package org.scxvm.cluster;

/** What a fault monitor asks the cluster manager to do. */
public enum Recovery {
  /** Stop and Start of the resource on this node. */
  RESTART,
  /** The resource group is moved to another node. */
  GIVEOVER
}
