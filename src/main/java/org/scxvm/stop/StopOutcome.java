package org.scxvm.stop;

import org.scxvm.resource.NodeName;

/** What came of a Stop. */
public sealed interface StopOutcome {

  /** The domain is off here, and nothing had to be done for it. */
  record AlreadyDown() implements StopOutcome {}

  /** The domain is off here. */
  record Down(boolean graceful) implements StopOutcome {}

  /** The domain runs on that node now. */
  record HandedOver(NodeName target) implements StopOutcome {}

  /** The domain may still run here, or there may be a copy of it on another node. */
  record NotStopped(String reason) implements StopOutcome {}

  /** Whether the cluster may let another node have the domain. */
  default boolean succeeded() {
    return !(this instanceof NotStopped);
  }
}
