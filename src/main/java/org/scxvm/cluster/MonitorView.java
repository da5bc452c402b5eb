package org.scxvm.cluster;

/** What a fault monitor has to do with the cluster manager, about one resource. */
public interface MonitorView {

  /** How it is to be monitored. */
  MonitorPolicy policy() throws ClusterException;

  /** How many restarts were asked for on this node within Retry_interval. */
  int restarts() throws ClusterException;

  /**
   * Asks for a recovery. It returns when the cluster manager has taken it on, which may be only
   * after Stop and Start.
   *
   * @throws ClusterException it was refused
   */
  void ask(Recovery recovery) throws ClusterException;
}
