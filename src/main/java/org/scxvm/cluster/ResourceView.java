package org.scxvm.cluster;

import java.time.Duration;
import java.util.Optional;

/** The resource as the cluster manager has it configured. */
public interface ResourceView {

  /** An extension property; empty if the resource has none of that name, or no value for it. */
  Optional<String> extension(String property) throws ClusterException;

  /** The timeout of a callback method; empty where no cluster manager sets one. */
  Optional<Duration> timeoutOf(String method) throws ClusterException;

  /** Whether the administrator has disabled the resource. */
  boolean isSwitchedOff() throws ClusterException;

  /** Whether the cluster kills the node when a Stop of the resource fails. */
  boolean killsNodeIfStopFails() throws ClusterException;

  /** The status on this node. */
  ResourceStatus status() throws ClusterException;

  /** Sets the status on this node. */
  void setStatus(ResourceStatus status, String text) throws ClusterException;
}
