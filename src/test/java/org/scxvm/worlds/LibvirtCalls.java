package org.scxvm.worlds;

import java.time.Duration;
import java.util.List;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.time.Deadline;

/**
 * How a libvirtd hears, and does, what one process tells it.
 *
 * @param at whose libvirt it is
 */
record LibvirtCalls(AgentProcess agent, Node at) {

  private static final Duration BROKEN_AFTER = Duration.ofSeconds(1);
  private static final Duration NO_ROUTE_AFTER = Duration.ofSeconds(3);

  /** What libvirt does when it hears. */
  interface Deed {
    Object done(Copy.By who) throws HypervisorException;
  }

  /** Waits for libvirtd, as long as there is time. */
  void reach(Way way, Deadline deadline) throws HypervisorException {
    if (way == Way.Plain.NO_ANSWER) {
      agent.world().pass(shorter(BROKEN_AFTER, deadline));
      at.wasSilent(agent.number());
      throw new HypervisorException(Fault.SILENT, "connection broken");
    }
    if (at.isDead()) {
      agent.world().pass(shorter(NO_ROUTE_AFTER, deadline));
    } else if (!at.answers()) {
      agent.world().time().sleepUntil(deadline.remaining(), at::answers);
    }
    if (!at.answers() || deadline.hasPassed()) {
      at.wasSilent(agent.number());
      throw new HypervisorException(Fault.SILENT, "no answer in time");
    }
  }

  private static Duration shorter(Duration wanted, Deadline deadline) {
    Duration left = deadline.remaining();
    return left.compareTo(wanted) < 0 ? left : wanted;
  }

  /** Tells it something; that is a point at which anything can happen. */
  Object told(CallKind kind, String what, Deadline deadline, Deed deed) throws HypervisorException {
    try {
      return agent.call(
          new AgentProcess.Call(kind, what + " " + at.name(), List.of(at)),
          way -> obeyed(kind, way, deadline, deed));
    } catch (HypervisorException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object obeyed(CallKind kind, Way way, Deadline deadline, Deed deed)
      throws HypervisorException {
    if (way == Way.Plain.REFUSED) {
      throw new HypervisorException(Fault.REFUSED, "refused");
    }
    try {
      reach(way, deadline);
    } catch (HypervisorException e) {
      if (way != Way.Plain.NO_ANSWER) {
        at.tellLate(() -> obeyLate(deed));
      }
      throw e;
    }
    Object value = deed.done(Copy.By.AGENT);
    agent.world().changed();
    if (at != agent.node() && kind.isAct()) {
      agent.world().disturb(at); // whoever is at work there has not seen it
      agent.hasLookedAt(at);
    }
    if (way == Way.Plain.ANSWER_LOST) {
      throw new HypervisorException(Fault.SILENT, "answer lost");
    }
    return value;
  }

  private void obeyLate(Deed deed) {
    try {
      deed.done(agent.world().lateBy());
      agent.world().disturb(at);
      if (agent.world().isTraced()) {
        agent.world().say("    (libvirtd of " + at.name() + " does late what it was told)");
      }
    } catch (HypervisorException e) {
      agent.world().changed();
    }
  }

  static HypervisorException refused(String words) {
    return new HypervisorException(Fault.REFUSED, words);
  }
}
