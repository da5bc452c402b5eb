package org.scxvm.hypervisor;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a move that succeeded has taken, as libvirt measured it.
 *
 * @param downtime how long the guest stood still
 * @param total from its beginning to its end
 * @param sentBytes what went over the network
 * @param passes how often the hypervisor went over the memory
 */
public record MoveFigures(
    Optional<Duration> downtime, Optional<Duration> total, OptionalLong sentBytes, long passes) {

  /** Nothing is known. */
  public static final MoveFigures UNKNOWN =
      new MoveFigures(Optional.empty(), Optional.empty(), OptionalLong.empty(), 0);
}
