package org.scxvm.hypervisor;

import java.time.Duration;
import java.util.Optional;

/** How the call that moves a domain ended. Where the domain is, only a look at both nodes tells. */
public sealed interface MoveEnd {

  /**
   * libvirt reports success.
   *
   * @param downtime how long the guest stood still, as libvirt measured it
   */
  record Succeeded(Optional<Duration> downtime) implements MoveEnd {}

  /** It never began, so the other node cannot have a copy. */
  record NotBegun(String reason) implements MoveEnd {}

  /** It began and libvirt reports an error. */
  record Failed(String reason) implements MoveEnd {}

  /** It began, ran out of time and was cancelled, or no answer came even to that. */
  record OutOfTime(String reason) implements MoveEnd {}

  /** Whether the other node can have a copy of the domain. */
  default boolean hasBegun() {
    return !(this instanceof NotBegun);
  }

  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
