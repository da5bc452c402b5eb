package org.scxvm.cluster;

/** Keeps the fault monitor of this node running: starts it again whenever it ends by itself. */
public interface Supervision {

  /** Whether it is kept running. */
  boolean isRunning() throws ClusterException;

  void start() throws ClusterException;

  /** Ends it, and does not return before it has ended. */
  void stop() throws ClusterException;
}
