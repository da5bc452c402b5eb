package org.scxvm.migration;

import java.util.Optional;
import org.scxvm.hypervisor.Activity;

/** Where a domain is after a migration was attempted; what both nodes say, never a return code. */
public enum MoveTruth {
  /** It runs where it was; the target has nothing of it. */
  SOURCE_RUNS,
  /** It runs on the target only. */
  TARGET_RUNS,
  /** Both have an active copy. */
  BOTH_ACTIVE,
  /** The target has a paused copy, the source nothing active. */
  TARGET_PAUSED,
  /** It is off on both. */
  NEITHER,
  /** At least one node does not tell, or a copy is still on its way. */
  CANNOT_TELL;

  /** Names the truth from what both nodes say. */
  public static MoveTruth of(Side source, Side target) {
    boolean leaving = source.doing().filter(Activity.PAUSED_BY_MIGRATION::equals).isPresent();
    if (leaving || source instanceof Side.Open || target instanceof Side.Open) {
      return CANNOT_TELL;
    }
    boolean here = source.doing().isPresent();
    Optional<Activity> there = target.doing();
    if (there.isEmpty()) {
      return here ? SOURCE_RUNS : NEITHER;
    }
    if (here) {
      return BOTH_ACTIVE;
    }
    return switch (there.get()) {
      case RUNNING, PM_SUSPENDED -> TARGET_RUNS;
      case PAUSED_BY_USER, PAUSED_SINCE_LATE_BOOT, PAUSED_BY_IO_ERROR, PAUSED_BY_FAULT, CRASHED ->
          TARGET_PAUSED;
      case PAUSED_BY_MIGRATION, BUSY -> CANNOT_TELL;
    };
  }
}
