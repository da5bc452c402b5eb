package org.scxvm.cluster.ocf;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;

/** The resource: its parameters are the extension properties in small letters. */
record OcfResource(OcfCall call) implements ResourceView {

  @Override
  public Optional<String> extension(String property) {
    return call.parameter(property);
  }

  /** Whatever the action is called: there is one limit in the environment, this action's. */
  @Override
  public Optional<Duration> timeoutOf(String method) throws ClusterException {
    return call.timeout();
  }

  /** A resource that is not managed is not stopped. */
  @Override
  public boolean isSwitchedOff() {
    return false;
  }

  /** Pacemaker fences a node whose stop fails, where it can. */
  @Override
  public boolean killsNodeIfStopFails() {
    return true;
  }

  /** Pacemaker knows the results of actions, and has no status beside them. */
  @Override
  public ResourceStatus status() {
    return ResourceStatus.OTHER;
  }

  @Override
  public void setStatus(ResourceStatus status, String text) {
    // The exit status of the action says it.
  }
}
