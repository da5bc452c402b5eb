package org.scxvm.worlds;

import java.time.Duration;
import java.util.List;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
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
    implements DomainSight, DomainPower {

  private static final long PID = 100;

  private LibvirtCalls calls() {
    return new LibvirtCalls(agent, at);
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
      calls().reach(way, deadline);
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
        ? new Answer.Inactive(SmallWorld.UUID, reason(at.off()))
        : new Answer.NotKnown();
  }

  private static OffReason reason(Node.Off off) {
    return switch (off) {
      case MIGRATED -> OffReason.MIGRATED;
      case SHUT_DOWN -> OffReason.SHUT_DOWN;
      case UNKNOWN, DESTROYED, CRASHED -> OffReason.OTHER;
    };
  }

  private static Activity activity(Copy.State state) {
    return switch (state) {
      case RUNNING -> Activity.RUNNING;
      case PAUSED -> Activity.PAUSED_BY_USER;
      case IO_ERROR -> Activity.PAUSED_BY_IO_ERROR;
      case ASLEEP -> Activity.PM_SUSPENDED;
      case ARRIVING, LEAVING -> Activity.PAUSED_BY_MIGRATION;
    };
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

  @Override
  public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
    calls()
        .told(
            CallKind.BOOT,
            "boot on",
            deadline,
            who -> {
              if (!at.isDefined() || at.copy().isPresent()) {
                throw LibvirtCalls.refused("cannot be booted");
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
    calls()
        .told(
            CallKind.RESUME,
            "resume on",
            deadline,
            who -> {
              if (!at.has(Copy.State.PAUSED) && !at.has(Copy.State.IO_ERROR)) {
                throw LibvirtCalls.refused("is not paused");
              }
              agent.world().goesOn(at, who, agent.number());
              return true;
            });
  }

  @Override
  public void wake(DomainName domain, Deadline deadline) throws HypervisorException {
    calls()
        .told(
            CallKind.WAKE,
            "wake on",
            deadline,
            who -> {
              if (!at.has(Copy.State.ASLEEP)) {
                throw LibvirtCalls.refused("is not suspended");
              }
              agent.world().goesOn(at, who, agent.number());
              return true;
            });
  }

  @Override
  public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline)
      throws HypervisorException {
    calls()
        .told(
            CallKind.SHUT_DOWN,
            "shut down on",
            deadline,
            who -> {
              if (!at.has(Copy.State.RUNNING)) {
                throw LibvirtCalls.refused("is not running");
              }
              at.goesOff(Node.Off.SHUT_DOWN);
              return true;
            });
  }

  @Override
  public void destroy(DomainName domain, Deadline deadline) throws HypervisorException {
    calls()
        .told(
            CallKind.DESTROY,
            "destroy on",
            deadline,
            who -> {
              if (at.copy().isEmpty()) {
                throw LibvirtCalls.refused("is not active");
              }
              at.goesOff(Node.Off.DESTROYED);
              return true;
            });
  }
}
