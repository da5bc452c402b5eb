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
  WAKE,
  RESUME,
  /** The guest is dead, its process is not. */
  DESTROY,
  /** Nobody knows what it would go on with, or a process that libvirt does not know lives. */
  REFUSE;

  static StartStep of(Sighting seen) {
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
      case PAUSED_BY_FAULT -> REFUSE;
      case CRASHED -> DESTROY;
      case PM_SUSPENDED -> WAKE;
    };
  }
}
