package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;

/**
 * libvirt's states and reasons ({@code virDomainState} in libvirt-domain.h) in the agent's terms.
 */
final class States {

  private static final int PAUSED = 3;
  private static final int SHUTDOWN = 4;
  private static final int SHUTOFF = 5;
  private static final int CRASHED = 6;
  private static final int PM_SUSPENDED = 7;

  private States() {}

  /**
   * Translates one state of libvirt.
   *
   * @param active whether the domain has a hypervisor process; a crashed one may or may not
   */
  static Answer answer(String uuid, int state, int reason, boolean active) {
    if (!active) {
      return new Answer.Inactive(uuid, state == SHUTOFF ? off(reason) : OffReason.OTHER);
    }
    Activity activity =
        switch (state) {
          case PAUSED -> paused(reason);
          case SHUTDOWN, SHUTOFF -> Activity.BUSY;
          case CRASHED -> Activity.CRASHED;
          case PM_SUSPENDED -> Activity.PM_SUSPENDED;
          default -> Activity.RUNNING; // running, blocked; Xen says "no state" of an idle domain
        };
    return new Answer.Active(uuid, activity);
  }

  private static OffReason off(int reason) {
    return switch (reason) {
      case 1 -> OffReason.SHUT_DOWN;
      case 4 -> OffReason.MIGRATED;
      default -> OffReason.OTHER; // unknown, destroyed, crashed, saved, failed, snapshot, daemon
    };
  }

  private static Activity paused(int reason) {
    return switch (reason) {
      case 2, 12 -> Activity.PAUSED_BY_MIGRATION; // migration, post-copy
      case 3, 4, 7, 8, 9, 11 -> Activity.BUSY; // save, dump, snapshot, shutting down, starting
      case 5 -> Activity.PAUSED_BY_IO_ERROR;
      case 6, 13, 14 -> Activity.PAUSED_BY_FAULT; // watchdog, post-copy failed, API error
      case 10 -> Activity.CRASHED;
      default -> Activity.PAUSED_BY_USER; // user, unknown, what later versions add
    };
  }
}
