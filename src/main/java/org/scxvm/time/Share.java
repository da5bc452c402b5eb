package org.scxvm.time;

import java.time.Duration;

/**
 * A part of a duration, in whole nanoseconds. {@link Duration} divides with the help of {@code
 * java.math}, whose first use takes as long as half of a probe.
 */
public final class Share {

  private static final long WHOLE_PERCENT = 100;

  private Share() {}

  /** One of so many equal parts. */
  public static Duration of(Duration whole, int parts) {
    return Duration.ofNanos(whole.toNanos() / parts);
  }

  /** So many percent. */
  public static Duration percent(Duration whole, int percent) {
    return Duration.ofNanos(Math.multiplyExact(whole.toNanos(), (long) percent) / WHOLE_PERCENT);
  }
}
