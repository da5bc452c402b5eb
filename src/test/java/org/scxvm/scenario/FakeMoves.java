package org.scxvm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.time.Duration;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Moves the domain between the simulated nodes, as the given half says. */
record FakeMoves(FakeNode source) implements DomainMoves {

  @Override
  public MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline, Deadline last) {
    World world = source.world();
    assertEquals(FakeDomain.NAME, domain);
    FakeNode target = world.node(request.peerUri());
    assertNotSame(source, target, "to itself");
    world.story().add(source.place(), words(request));
    world.acted();
    try {
      source.calls().reach("move", deadline);
      target.calls().reach("move", deadline);
    } catch (HypervisorException e) {
      return new MoveEnd.NotBegun(e.words());
    }
    if (!source.domain().isActive()) {
      return new MoveEnd.NotBegun("domain is not running");
    }
    MoveEnd end = new Way(source, target, request).go(world.moveScript(), deadline, last);
    world.story().add(source.place(), "move: " + words(end));
    world.ended("move");
    world.moveEnds();
    return end;
  }

  /** What a move that nobody looks at tells of itself. */
  private static String words(MoveEnd end) {
    return end instanceof MoveEnd.Succeeded succeeded
        ? "Succeeded[downtime=" + succeeded.figures().downtime() + "]"
        : end.toString();
  }

  private static String words(MoveRequest request) {
    return (request.live() ? "move live to " : "move to ")
        + request.peerUri()
        + (request.options().memoryUri().isEmpty()
            ? ""
            : ", memory to " + request.options().memoryUri());
  }

  /** Between two nodes. */
  private record Way(FakeNode source, FakeNode target, MoveRequest request) {

    MoveEnd go(MoveScript script, Deadline deadline, Deadline last) {
      World world = source.world();
      if (script.kind() == MoveScript.Kind.NOT_BEGUN) {
        world.time().sleep(script.takes());
        return new MoveEnd.NotBegun(script.words());
      }
      Activity before = source.domain().activity();
      world.moveBegins();
      target.domain().become("arriving");
      target.change();
      if (!request.live()) {
        source.domain().become("leaving");
        source.change();
      }
      return switch (script.kind()) {
        case SUCCEEDS -> success(script, deadline);
        case FAILS -> {
          send(script.takes());
          goBack(before);
          yield new MoveEnd.Failed(script.words());
        }
        case CANCELLED, CANNOT_BE_CANCELLED -> {
          send(deadline.remaining());
          last.pause(script.takes());
          if (script.kind() == MoveScript.Kind.CANCELLED) {
            goBack(before);
          }
          yield new MoveEnd.OutOfTime(script.words(), script.kind() == MoveScript.Kind.CANCELLED);
        }
        case NOT_BEGUN -> throw new AssertionError("handled above");
      };
    }

    private MoveEnd success(MoveScript script, Deadline deadline) {
      if (script.takes().compareTo(deadline.remaining()) > 0) {
        throw new AssertionError("a move that takes longer than it may has to be a hanging one");
      }
      send(script.takes());
      target.domain().arrivesFrom(source.domain());
      source.domain().become("off (migrated)");
      target.change();
      source.change();
      return new MoveEnd.Succeeded(source.world().sights().figures(script.downtime()));
    }

    private void send(Duration takes) {
      source.world().sights().during(takes, source.world().time(), request.watcher());
    }

    /** libvirt resumes the source and takes the target's copy away. */
    private void goBack(Activity before) {
      if (source.domain().isActive()) {
        source
            .domain()
            .become(before == Activity.PAUSED_BY_USER ? "paused by the user" : "running");
      }
      target.domain().goesOff();
      target.change();
      source.change();
    }
  }
}
