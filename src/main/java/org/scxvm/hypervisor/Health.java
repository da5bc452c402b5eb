package org.scxvm.hypervisor;

/** How well a domain is. */
public enum Health {
  /** Up and running. */
  OK,
  /** Up, but not plainly running, or seen by one witness only. */
  DEGRADED,
  /** Down, or up without hope: a complete failure. */
  FAILED,
  /** Nobody can tell. */
  UNKNOWN;

  /** The one table, of probe and fault monitor. */
  public static Health of(Sighting seen) {
    if (seen.answer().doing().isPresent()) {
      Health health = of(seen.answer().doing().get());
      return health == OK && seen.isStopped() ? DEGRADED : health;
    }
    return switch (seen.state()) {
      case UP -> OK;
      case UP_UNCONFIRMED -> DEGRADED;
      case DOWN -> FAILED;
      case UNKNOWN -> UNKNOWN;
    };
  }

  private static Health of(Activity activity) {
    return switch (activity) {
      case RUNNING, BUSY -> OK;
      case PAUSED_BY_USER, PAUSED_SINCE_LATE_BOOT, PAUSED_BY_MIGRATION, PM_SUSPENDED -> DEGRADED;
      case PAUSED_BY_IO_ERROR, PAUSED_BY_FAULT, CRASHED -> FAILED;
    };
  }
}
