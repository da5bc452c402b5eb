package org.scxvm.settle;

import org.scxvm.hypervisor.Activity;
import org.scxvm.migration.Side;
import org.scxvm.owner.Ownership;

/** What has come of a migration. */
public sealed interface Settled {

  /** In short, for people. */
  default String word() {
    if (this instanceof AtSource) {
      return "stayed";
    }
    if (this instanceof AtTarget) {
      return "arrived";
    }
    if (this instanceof Gone) {
      return "gone";
    }
    return this instanceof Overtaken ? "settled by another node" : "open";
  }

  /** Whether it was told where the domain is, and nobody else has settled it meanwhile. */
  default boolean isTold() {
    return !(this instanceof Open || this instanceof Overtaken);
  }

  /** The domain is on the source; the target has nothing of it. */
  record AtSource() implements Settled {}

  /** The domain is on the target, and its memory is as new as the disk. */
  record AtTarget(Side copy) implements Settled {

    /** Whether the copy still waits to be let go on, and not because the user wants it so. */
    public boolean waits(Ownership.Move move) {
      boolean paused = copy.doing().filter(Activity::isWaiting).isPresent();
      return paused && !move.paused();
    }
  }

  /** It runs nowhere. */
  record Gone() implements Settled {}

  /**
   * Another node has settled it meanwhile: what it has on record is to be followed now, and what is
   * seen there may be a copy that it has booted.
   */
  record Overtaken() implements Settled {}

  /** It cannot be told. */
  record Open(String reason) implements Settled {}
}
