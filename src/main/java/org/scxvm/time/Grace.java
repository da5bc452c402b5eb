package org.scxvm.time;

import java.time.Duration;

/**
 * How much of a Stop a guest has to shut down by itself: a share of it, but never what is kept for
 * destroying it.
 */
public final class Grace {

  /** The end of the graceful shutdown, in percent of the timeout. */
  public static final int PERCENT = 70;

  /** What is kept for the end: destroying a QEMU that hangs takes more than 10 s. */
  public static final Duration RESERVE = Duration.ofSeconds(40);

  private Grace() {}
}
