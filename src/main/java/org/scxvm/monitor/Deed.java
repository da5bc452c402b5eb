package org.scxvm.monitor;

import org.scxvm.cluster.Recovery;

/** What follows from what was found of a watched domain. */
sealed interface Deed {

  /**
   * An operator and the cluster manager are told.
   *
   * @param alone nothing else is done about it
   */
  record Tell(Finding finding, boolean alone) implements Deed {}

  /** The cluster manager is asked how many restarts there have been within Retry_interval. */
  record Count() implements Deed {}

  /** The cluster manager is asked to bring the domain up again. */
  record Recover(Recovery recovery, Finding why) implements Deed {}
}
