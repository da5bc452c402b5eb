package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.stop.StopOutcome.AlreadyDown;
import org.scxvm.stop.StopOutcome.Down;
import org.scxvm.stop.StopOutcome.NotStopped;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a domain down on this node: asks the guest, and destroys it if it does not listen. */
final class PowerOff {

  private static final Logger LOG = LoggerFactory.getLogger(PowerOff.class);
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** libvirt sends SIGKILL after 10 s and waits a little; one call needs no longer. */
  private static final Duration DESTROY_LIMIT = Duration.ofSeconds(20);

  /** How long a process that libvirt does not know may take to end by itself. */
  private static final Duration STRAY_PATIENCE = Duration.ofSeconds(10);

  private final Stopping stopping;

  PowerOff(Stopping stopping) {
    this.stopping = stopping;
  }

  StopOutcome powerOff() {
    Sighting seen = stopping.look().until(stopping.budget().answer());
    if (seen.isDown()) {
      stopping.messages().say(AgentMessage.STOPPED_ALREADY, stopping.domain());
      return new AlreadyDown();
    }
    if (seen.isHopeless()) {
      stopping.messages().say(AgentMessage.STATE_UNKNOWN, stopping.domain(), seen);
      return new NotStopped(seen.toString());
    }
    if (stopping.request().modes().isEmpty()) {
      return destroy();
    }
    seen = new ShutDown(stopping).shutDown();
    if (!seen.isDown()) {
      return destroy();
    }
    if (!hasLeft(seen)) {
      stopping.messages().say(AncestorMessage.SHUT_DOWN, stopping.domain());
    }
    return new Down(true);
  }

  /** A migration that was not settled yet took it away: nobody has shut it down. */
  private static boolean hasLeft(Sighting seen) {
    return seen.answer() instanceof Answer.Inactive off && off.handedOver();
  }

  private StopOutcome destroy() {
    Deadline deadline = stopping.budget().answer();
    Deadline patience = deadline.within(STRAY_PATIENCE);
    Optional<String> error = Optional.empty();
    Sighting seen = stopping.look().until(deadline);
    while (!seen.isDown() && !deadline.hasPassed() && !isHopeless(seen, patience)) {
      if (seen.strayPid().isEmpty()) {
        error = destroyOnce(deadline);
      }
      seen = stopping.look().until(deadline);
      LOG.debug("destroy of {}: {}", stopping.domain(), seen);
      if (!seen.isDown()) {
        deadline.pause(RETRY);
      }
    }
    return seen.isDown() ? destroyed() : notDestroyed(seen, error);
  }

  private Optional<String> destroyOnce(Deadline deadline) {
    try {
      stopping.here().power().destroy(stopping.domain(), deadline.within(DESTROY_LIMIT));
      return Optional.empty();
    } catch (HypervisorException e) {
      return Optional.of(e.words());
    }
  }

  /** libvirt cannot end a process that it does not know, and neither do we: it may be anybody's. */
  private static boolean isHopeless(Sighting seen, Deadline patience) {
    return seen.isHopeless() || (seen.strayPid().isPresent() && patience.hasPassed());
  }

  private StopOutcome destroyed() {
    stopping.messages().say(AncestorMessage.DESTROYED, stopping.domain());
    return new Down(false);
  }

  private StopOutcome notDestroyed(Sighting seen, Optional<String> error) {
    stopping
        .messages()
        .sayWithCause(
            AncestorMessage.NOT_DESTROYED,
            seen + error.map(words -> "; " + words).orElse(""),
            stopping.domain());
    seen.strayPid()
        .ifPresent(
            pid -> stopping.messages().say(AgentMessage.STRAY_PROCESS, stopping.domain(), pid));
    return new NotStopped(seen.toString());
  }
}
