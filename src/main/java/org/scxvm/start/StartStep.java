package org.scxvm.start;

import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Sighting;

/** What a Start does next about what it sees. The table of the Start. */
enum StartStep {
  /** The domain is here and runs, or is paused because somebody wants it so. */
  TAKE,
  /** Somebody else is at it: an arriving migration, a state in between, a silent libvirt. */
  WAIT,
  /** libvirt does not know it. */
  DEFINE,
  BOOT,
  /** It was booted, has not run yet, and may run if nobody else has it. */
  LET_GO,
  WAKE,
  RESUME,
  /** The guest is dead, its process is not. */
  DESTROY,
  /** Nobody knows what it would go on with, or a process that libvirt does not know lives. */
  REFUSE;

  /**
   * The step for what is seen.
   *
   * @param isFresh whether this node is on record as booting it, so that a paused one has not run
   */
  static StartStep of(Sighting seen, boolean isFresh) {
    boolean waits = seen.answer().doing().filter(Activity::isWaiting).isPresent();
    return isFresh && waits ? LET_GO : of(seen);
  }

  private static StartStep of(Sighting seen) {
    Answer answer = seen.answer();
    if (answer.doing().isPresent()) {
      return of(answer.doing().get());
    }
    if (seen.strayPid().isPresent()) {
      return REFUSE;
    }
    if (seen.hasNoProcessAnswer()) {
      return WAIT;
    }
    if (answer instanceof Answer.NotKnown) {
      return DEFINE;
    }
    return answer instanceof Answer.Silent ? WAIT : BOOT;
  }

  private static StartStep of(Activity activity) {
    return switch (activity) {
      case RUNNING, PAUSED_BY_USER -> TAKE;
      case BUSY, PAUSED_BY_MIGRATION -> WAIT;
      case PAUSED_BY_IO_ERROR -> RESUME;
      case PAUSED_BY_FAULT, PAUSED_SINCE_LATE_BOOT -> REFUSE;
      case CRASHED -> DESTROY;
      case PM_SUSPENDED -> WAKE;
    };
  }
}
