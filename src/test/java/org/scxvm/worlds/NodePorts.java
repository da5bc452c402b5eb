package org.scxvm.worlds;

import java.time.Duration;
import java.util.List;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * libvirt of one node, as one process finds it.
 *
 * @param at whose libvirt it is
 * @param bootsPaused a domain that is booted has not run when the call returns
 */
record NodePorts(AgentProcess agent, Node at, boolean bootsPaused)
    implements DomainSight, DomainPower, DomainDefinitions {

  private static final Duration BROKEN_AFTER = Duration.ofSeconds(1);
  private static final Duration NO_ROUTE_AFTER = Duration.ofSeconds(3);
  private static final long PID = 100;

  /** What libvirt does when it hears. */
  private interface Deed {
    Object done(Copy.By who) throws HypervisorException;
  }

  @Override
  public Sighting look(DomainName domain, Deadline deadline) {
    try {
      return (Sighting)
          agent.call(
              new AgentProcess.Call(CallKind.LOOK, "look at " + at.name(), List.of(at)),
              way -> looked(way, deadline));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Sighting looked(Way way, Deadline deadline) {
    Answer answer;
    try {
      reach(way, deadline);
      answer = answer();
      agent.hasLookedAt(at);
    } catch (HypervisorException e) {
      answer = new Answer.Silent(e.words());
    }
    Sighting seen =
        new Sighting(
            answer,
            answer instanceof Answer.Active ? new ProcessSighting.NotNeeded() : processSighting());
    if (agent.world().isTraced()) {
      agent.world().say("      " + seen);
    }
    return seen;
  }

  private ProcessSighting processSighting() {
    if (at != agent.node()) {
      return new ProcessSighting.CannotLook("another node");
    }
    agent.hasLookedAt(at);
    return at.copy().isPresent()
        ? new ProcessSighting.Alive(PID + at.index())
        : new ProcessSighting.Absent();
  }

  private Answer answer() {
    if (at.copy().isPresent()) {
      return new Answer.Active(SmallWorld.UUID, activity(at.copy().get().state()));
    }
    return at.isDefined()
        ? new Answer.Inactive(SmallWorld.UUID, at.off() == Node.Off.MIGRATED)
        : new Answer.NotKnown();
  }

  private static Activity activity(Copy.State state) {
    return switch (state) {
      case RUNNING -> Activity.RUNNING;
      case PAUSED -> Activity.PAUSED_BY_USER;
      case IO_ERROR -> Activity.PAUSED_BY_IO_ERROR;
      case ARRIVING, LEAVING -> Activity.PAUSED_BY_MIGRATION;
    };
  }

  /** Waits for libvirtd, as long as there is time. */
  private void reach(Way way, Deadline deadline) throws HypervisorException {
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

  @Override
  public DomainChanges watch(DomainName domain, Deadline deadline) {
    return new DomainChanges() {
      @Override
      public void await(Duration atMost) {
        agent.sleep(atMost);
      }

      @Override
      public void close() {}
    };
  }

  private Object told(CallKind kind, String what, Deadline deadline, Deed deed)
      throws HypervisorException {
    try {
      return agent.call(
          new AgentProcess.Call(kind, what + " " + at.name(), List.of(at)),
          way -> obeyed(way, deadline, deed));
    } catch (HypervisorException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Object obeyed(Way way, Deadline deadline, Deed deed) throws HypervisorException {
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

  private static HypervisorException refused(String words) {
    return new HypervisorException(Fault.REFUSED, words);
  }

  @Override
  public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
    told(
        CallKind.BOOT,
        "boot on",
        deadline,
        who -> {
          if (!at.isDefined() || at.copy().isPresent()) {
            throw refused("cannot be booted");
          }
          if (bootsPaused) {
            agent.world().appears(at);
          } else {
            agent.world().boots(at, who, agent.number());
          }
          return true;
        });
  }

  @Override
  public void resume(DomainName domain, Deadline deadline) throws HypervisorException {
    told(
        CallKind.RESUME,
        "resume on",
        deadline,
        who -> {
          if (!at.has(Copy.State.PAUSED) && !at.has(Copy.State.IO_ERROR)) {
            throw refused("is not paused");
          }
          agent.world().goesOn(at, who, agent.number());
          return true;
        });
  }

  @Override
  public void wake(DomainName domain, Deadline deadline) throws HypervisorException {
    throw refused("is not suspended");
  }

  @Override
  public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline)
      throws HypervisorException {
    told(
        CallKind.SHUT_DOWN,
        "shut down on",
        deadline,
        who -> {
          if (!at.has(Copy.State.RUNNING)) {
            throw refused("is not running");
          }
          at.goesOff(Node.Off.SHUT_DOWN);
          return true;
        });
  }

  @Override
  public void destroy(DomainName domain, Deadline deadline) throws HypervisorException {
    told(
        CallKind.DESTROY,
        "destroy on",
        deadline,
        who -> {
          if (at.copy().isEmpty()) {
            throw refused("is not active");
          }
          at.goesOff(Node.Off.DESTROYED);
          return true;
        });
  }

  @Override
  public String describe(DomainName domain, Deadline deadline) throws HypervisorException {
    return (String)
        told(
            CallKind.ASK,
            "describe on",
            deadline,
            who -> {
              mustBeKnown();
              return at.definition().orElse(SmallWorld.xml(at.name().value()));
            });
  }

  private void mustBeKnown() throws HypervisorException {
    if (!at.isDefined() && at.copy().isEmpty()) {
      throw new HypervisorException(Fault.NO_SUCH_DOMAIN, "no such domain");
    }
  }

  @Override
  public void define(String xml, Deadline deadline) throws HypervisorException {
    told(
        CallKind.DEFINE,
        "define on",
        deadline,
        who -> {
          at.define(xml);
          return true;
        });
  }

  @Override
  public void forget(DomainName domain, Deadline deadline) throws HypervisorException {
    told(
        CallKind.DEFINE,
        "forget on",
        deadline,
        who -> {
          mustBeKnown();
          at.undefine();
          return true;
        });
  }

  /** Plays no part in who runs a domain. */
  @Override
  public boolean clearAutostart(DomainName domain, Deadline deadline) {
    return false;
  }

  @Override
  public boolean hasSavedMemory(DomainName domain, Deadline deadline) {
    return false;
  }
}
