package org.scxvm.cluster.ocf;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;

/**
 * The resource: its parameters are the extension properties in small letters, or VirtualDomain's.
 */
record OcfResource(OcfCall call, VirtualDomainNames names) implements ResourceView {

  /** How the actions are called among the agent's methods. */
  private static final String ACTION = "ocf_";

  @Override
  public Optional<String> extension(String property) throws ClusterException {
    Optional<String> own = call.parameter(property);
    return own.isPresent() ? own : names.extension(property);
  }

  /** The environment has one limit, this action's; nobody tells those of the others. */
  @Override
  public Optional<Duration> timeoutOf(String method) throws ClusterException {
    return method.startsWith(ACTION) ? call.timeout() : Optional.empty();
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
