package org.scxvm.monitor;

import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.GuestShutdown;

/**
 * What was found of a watched domain.
 *
 * @param bySight a look at the domain alone says so, and another one can take it back
 * @param words what was seen, for messages
 */
record Finding(Verdict verdict, boolean bySight, String words) {

  private static final String STOPPED = "its hypervisor process is stopped";
  private static final String ENDED = "its hypervisor process has ended";

  /**
   * What a look at the domain itself says.
   *
   * @param stopped how many looks in a row have found its process stopped: once may be a mistake
   */
  static Finding of(Sighting seen, int stopped, GuestShutdown wanted) {
    Health health = Health.of(seen);
    if (stopped > 0 && (health == Health.OK || seen.isStopped())) {
      return new Finding(stopped == 1 ? Verdict.DOUBTFUL : Verdict.FAULTY, false, STOPPED);
    }
    Verdict verdict =
        switch (health) {
          case OK -> Verdict.WELL;
          case DEGRADED, UNKNOWN -> Verdict.DOUBTFUL;
          case FAILED -> isWanted(seen, wanted) ? Verdict.LEFT_OFF : Verdict.FAULTY;
        };
    return new Finding(verdict, true, seen.toString());
  }

  /**
   * What the end of the process says while libvirt, which needs a while to notice, calls the domain
   * running. Whoever wants to be told why it is off has to wait for libvirt.
   */
  Finding withEndedProcess(Sighting seen, GuestShutdown wanted) {
    boolean plain = verdict == Verdict.WELL && seen.is(Activity.RUNNING);
    return plain && wanted == GuestShutdown.RESTART
        ? new Finding(Verdict.FAULTY, false, ENDED)
        : this;
  }

  /** Off because somebody wanted it: the guest, or whoever has migrated it away by hand. */
  private static boolean isWanted(Sighting seen, GuestShutdown wanted) {
    if (!(seen.answer() instanceof Answer.Inactive off) || !seen.isDown()) {
      return false;
    }
    return off.handedOver()
        || (off.reason() == OffReason.SHUT_DOWN && wanted == GuestShutdown.STAY_OFF);
  }

  /** The finding together with what the guest itself shows. */
  Finding withGuest(Finding guest) {
    return verdict == Verdict.WELL && guest.verdict() != Verdict.WELL ? guest : this;
  }
}
