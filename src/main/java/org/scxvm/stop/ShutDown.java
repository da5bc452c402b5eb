package org.scxvm.stop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AncestorMessage;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a guest to shut down, by power button and guest agent in turn, and asks again: a guest that
 * is booting does not hear the first time. The lifecycle event ends the wait.
 */
final class ShutDown {

  private static final Logger LOG = LoggerFactory.getLogger(ShutDown.class);

  /** One request; a QEMU that hangs never answers it. */
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);

  /** How long a guest is left alone after a request. */
  private static final Duration REQUEST_INTERVAL = Duration.ofSeconds(10);

  /** Looks back up the events, in case one is lost. */
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Stopping stopping;
  private final Deadline deadline;
  private final Deque<ShutdownMode> modes;
  private Optional<String> refusal = Optional.empty();
  private boolean hypervisorsChoiceTried;

  ShutDown(Stopping stopping) {
    this.stopping = stopping;
    this.modes = new ArrayDeque<>(stopping.request().modes());
    this.deadline = stopping.budget().asking();
  }

  /** The last look. If it is not down, the operator has been told why it must be destroyed. */
  Sighting shutDown() {
    Sighting seen = look();
    if (canListen(seen)) {
      try (DomainChanges changes =
          stopping.here().sight().watch(stopping.domain(), deadline.within(REQUEST_LIMIT))) {
        while (!deadline.hasPassed() && mayGo(seen) && !modes.isEmpty()) {
          Duration patience = canListen(seen) ? request(seen) : POLL;
          seen = waited(changes, deadline.within(patience));
        }
      }
    }
    if (!seen.isDown()) {
      explain(seen);
    }
    return seen;
  }

  /**
   * A guest that ran a moment ago and stands still for a migration (an earlier Stop's that libvirt
   * goes on with) is about to leave, or to run on. To destroy it now would cost the domain.
   */
  private static boolean mayGo(Sighting seen) {
    return canListen(seen) || seen.is(Activity.PAUSED_BY_MIGRATION);
  }

  /** A guest that does not run cannot shut itself down; one nobody sees may. */
  private static boolean canListen(Sighting seen) {
    return !seen.isStopped() && canBeAsked(seen);
  }

  private static boolean canBeAsked(Sighting seen) {
    return seen.answer().doing().map(ShutDown::canListen).orElse(seen.isSilent() && !seen.isDown());
  }

  private static boolean canListen(Activity activity) {
    return switch (activity) {
      case RUNNING, BUSY, PM_SUSPENDED -> true;
      case PAUSED_BY_USER,
          PAUSED_SINCE_LATE_BOOT,
          PAUSED_BY_MIGRATION,
          PAUSED_BY_IO_ERROR,
          PAUSED_BY_FAULT,
          CRASHED ->
          false;
    };
  }

  /** Asks once; returns how long to wait for the guest before the next request. */
  private Duration request(Sighting seen) {
    if (seen.is(Activity.PM_SUSPENDED)) {
      refusal = objectionToWake(seen);
      if (refusal.isPresent()) {
        modes.clear();
        return Duration.ZERO;
      }
      wake();
    }
    ShutdownMode mode = modes.removeFirst();
    try {
      stopping.here().power().shutDown(stopping.domain(), mode, deadline.within(REQUEST_LIMIT));
      modes.addLast(mode);
      return REQUEST_INTERVAL;
    } catch (HypervisorException e) {
      LOG.debug("shutdown of {} by {}: {}", stopping.domain(), mode, e.words());
      if (e.fault() == Fault.SILENT) {
        modes.addLast(mode); // the daemon may be back for the next one
        return POLL;
      }
      refused(e.words());
      return Duration.ZERO;
    }
  }

  /** A way that this hypervisor or guest does not know is not tried again. */
  private void refused(String words) {
    refusal = Optional.of(words);
    if (modes.isEmpty() && !hypervisorsChoiceTried) {
      hypervisorsChoiceTried = true;
      modes.addLast(ShutdownMode.HYPERVISORS_CHOICE);
    }
  }

  /** What sleeps has old memory if the domain has run elsewhere meanwhile. */
  private Optional<String> objectionToWake(Sighting seen) {
    try {
      return Elsewhere.ask(stopping, seen.answer().knownUuid().orElse("")).stream()
          .filter(there -> there.isActive() || (nodesReachEachOther() && there.mayBeActive()))
          .map(there -> "it sleeps, and " + there)
          .findFirst();
    } catch (ClusterException e) {
      return Optional.of("it sleeps, and the other nodes are not known: " + e.words());
    }
  }

  /**
   * Where no domain is ever migrated, a node that is silent may never have been meant to answer.
   */
  private boolean nodesReachEachOther() {
    return stopping.request().failoverType().migrates();
  }

  private void wake() {
    try {
      stopping.here().power().wake(stopping.domain(), deadline.within(REQUEST_LIMIT));
    } catch (HypervisorException e) {
      LOG.debug("{} not woken: {}", stopping.domain(), e.words());
    }
  }

  /** Looks whenever libvirt reports a change, until the guest is down or the time is over. */
  private Sighting waited(DomainChanges changes, Deadline until) {
    Sighting seen = look();
    while (!until.hasPassed() && mayGo(seen)) {
      Duration left = until.remaining();
      changes.await(left.compareTo(POLL) < 0 ? left : POLL);
      seen = look();
    }
    return seen;
  }

  /** What is seen decides what follows, so a look may take longer than the wait for the guest. */
  private Sighting look() {
    return stopping.look().until(stopping.budget().answer());
  }

  private void explain(Sighting seen) {
    if (canListen(seen) && !modes.isEmpty()) {
      stopping.messages().say(AncestorMessage.NOT_GRACEFUL, stopping.domain());
    } else {
      String cause = canListen(seen) ? refusal.orElse("no way to ask the guest") : seen.toString();
      stopping.messages().sayWithCause(AncestorMessage.CANNOT_SHUT_DOWN, cause, stopping.domain());
    }
  }
}
