package org.scxvm.worlds;

import java.time.Duration;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.time.Deadline;

/** One migration, as libvirt does it: prepare, perform, finish, confirm. */
final class Moving {

  private static final Duration TAKES = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(10);
  private static final Duration BRIEFLY = Duration.ofSeconds(8);

  private final AgentProcess agent;
  private final SmallWorld world;
  private final Node source;
  private final Node target;
  private final boolean arrivesPaused;

  Moving(AgentProcess agent, Node source, Node target, boolean arrivesPaused) {
    this.agent = agent;
    this.world = agent.world();
    this.source = source;
    this.target = target;
    this.arrivesPaused = arrivesPaused;
  }

  MoveEnd go(Way way, Deadline deadline) {
    boolean possible = source.answers() && target.answers() && target.copy().isEmpty();
    boolean healthy = source.has(Copy.State.RUNNING) || source.has(Copy.State.PAUSED);
    if (way == MoveWay.NOT_BEGUN || !possible || !healthy) {
      return new MoveEnd.NotBegun("no connection to both nodes, or no domain");
    }
    world.pass(TAKES);
    world.moment();
    return way instanceof MoveWay move ? wrong(move, deadline) : right();
  }

  private MoveEnd right() {
    arrive();
    confirm();
    return new MoveEnd.Succeeded(MoveFigures.UNKNOWN);
  }

  private MoveEnd wrong(MoveWay way, Deadline deadline) {
    return switch (way) {
      case NOT_BEGUN -> throw new IllegalStateException("handled above");
      case FAILS_IN_MID_COPY -> new MoveEnd.Failed("in mid-copy");
      case SOURCE_QEMU_DIES -> {
        source.goesOff(Node.Off.CRASHED);
        yield new MoveEnd.Failed("domain is not running");
      }
      case CANCELLED, GOES_THROUGH_LATER, FAILS_LATER -> late(way, deadline);
      case FAILS_AT_FINISH, FAILS_AT_FINISH_BRIEFLY, FAILS_AT_FINISH_AND_SOURCE_DIES ->
          atFinish(way);
      case REPORTS_AN_ERROR -> {
        right();
        yield new MoveEnd.Failed("answer lost");
      }
      case TARGET_FENCED_IN_MID_COPY, TARGET_FENCED_AT_FINISH -> dies(target);
      case SOURCE_FENCED_IN_MID_COPY -> dies(source);
      case SOURCE_FENCED_AT_FINISH -> {
        arrive();
        yield dies(source);
      }
      case TARGET_HOST_FREEZES_AT_FINISH -> {
        arrive();
        target.freezeHost();
        sourceGoesOn();
        yield lost(target);
      }
      case AGENT_KILLED_IN_MID_COPY -> throw Unwound.killed();
      case AGENT_KILLED_BEFORE_FINISH -> {
        sourceStandsStill();
        throw Unwound.killed();
      }
      case AGENT_KILLED_BEFORE_CONFIRM -> {
        arrive();
        sourceStandsStill();
        throw Unwound.killed();
      }
      case SOURCE_LIBVIRTD_DIES_BEFORE_CONFIRM -> {
        arrive();
        sourceStandsStill();
        yield new MoveEnd.Failed("end of file");
      }
      case AGENT_KILLED_AFTERWARDS -> {
        right();
        throw Unwound.killed();
      }
    };
  }

  private MoveEnd late(MoveWay way, Deadline deadline) {
    world.pass(deadline.remaining());
    world.moment();
    if (way == MoveWay.CANCELLED) {
      return new MoveEnd.OutOfTime("cancelled", true);
    }
    sourceStandsStill();
    target.receive(new Copy(Copy.State.ARRIVING, 0));
    world.time().in(LATER, () -> endLate(way == MoveWay.GOES_THROUGH_LATER));
    return new MoveEnd.OutOfTime("libvirt has not ended it yet", false);
  }

  /** Unless somebody has ended one of the two meanwhile. */
  private void endLate(boolean through) {
    boolean both = source.has(Copy.State.LEAVING) && target.has(Copy.State.ARRIVING);
    if (both && through && source.isUp() && target.isUp()) {
      arrive();
      confirm();
    } else {
      if (target.has(Copy.State.ARRIVING)) {
        target.goesOff(Node.Off.UNKNOWN);
      }
      if (source.has(Copy.State.LEAVING)) {
        sourceGoesOn();
      }
    }
    world.disturb(source);
    world.disturb(target);
  }

  /** libvirt on the source hears nothing from the target, and lets the domain go on. */
  private MoveEnd atFinish(MoveWay way) {
    target.freeze(false);
    if (way == MoveWay.FAILS_AT_FINISH_BRIEFLY) {
      world.time().in(BRIEFLY, target::thaw);
    }
    arrive();
    sourceGoesOn();
    if (way == MoveWay.FAILS_AT_FINISH_AND_SOURCE_DIES) {
      world.moment();
      source.goesOff(Node.Off.CRASHED);
    }
    return new MoveEnd.Failed("keepalive timeout");
  }

  private MoveEnd dies(Node node) {
    node.die();
    world.changed();
    return lost(node);
  }

  /** The agent on that node is gone with it. */
  private MoveEnd lost(Node node) {
    if (node == agent.node()) {
      throw Unwound.killed();
    }
    return new MoveEnd.Failed("connection lost");
  }

  private void sourceStandsStill() {
    source.copy().ifPresent(copy -> copy.become(Copy.State.LEAVING));
    world.changed();
  }

  private void sourceGoesOn() {
    if (source.copy().filter(Copy::isWishedPaused).isPresent()) {
      source.copy().ifPresent(copy -> copy.become(Copy.State.PAUSED));
    } else {
      world.wakes(source);
    }
    world.changed();
  }

  /** The target has all of the memory, and is defined there. */
  private void arrive() {
    Copy sent = source.copy().orElseThrow();
    Copy copy = new Copy(Copy.State.PAUSED, sent.memory());
    copy.wishPaused(sent.isWishedPaused());
    copy.hasMoved(sent);
    target.receive(copy);
    target.define(source.definition().orElse(SmallWorld.xml(source.name().value())));
    if (!arrivesPaused && !sent.isWishedPaused()) {
      sourceStandsStill();
      world.goesOn(target, Copy.By.LIBVIRT, agent.number());
    }
    world.changed();
  }

  private void confirm() {
    source.goesOff(Node.Off.MIGRATED);
    world.changed();
  }
}
