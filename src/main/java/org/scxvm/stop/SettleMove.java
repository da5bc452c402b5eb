package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.MoveDecision;
import org.scxvm.migration.MoveTruth;
import org.scxvm.migration.Proof;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.StopOutcome.NotStopped;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks both nodes where the domain is after a migration, and acts on the one decision table. */
final class SettleMove {

  private static final Logger LOG = LoggerFactory.getLogger(SettleMove.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);
  private static final Duration DESTROY_LIMIT = Duration.ofSeconds(20);

  private final Stopping stopping;
  private final Begun begun;
  private final Hypervisor there;
  private Proof proof;
  private boolean mayGoOn;
  private boolean open = true;

  SettleMove(Stopping stopping, Begun begun) {
    this.stopping = stopping;
    this.begun = begun;
    this.there = stopping.hypervisors().at(begun.peerUri());
    this.proof = begun.end().succeeded() ? Proof.HANDED_OVER : Proof.NONE;
    this.mayGoOn = begun.end().mayGoOn();
  }

  /** Whether the other node may still have a copy of the domain that nobody answers for. */
  boolean isOpen() {
    return open;
  }

  /**
   * Asks until the answer is plain. Empty if the domain is to be shut down here, be it that the
   * other node has nothing of it or that it cannot be told yet.
   */
  Optional<StopOutcome> settle(Deadline deadline) {
    while (!deadline.hasPassed()) {
      Sighting here = stopping.look().until(deadline.within(LOOK_LIMIT));
      Answer peer = answerOfTarget(deadline);
      weigh(here);
      MoveTruth truth = MoveTruth.of(here, peer);
      MoveDecision decision = MoveDecision.of(truth, proof);
      LOG.debug("settle: here {}, there {}: {} -> {} ({})", here, peer, truth, decision, proof);
      switch (decision) {
        case HAND_OVER -> {
          open = false;
          return Optional.of(new HandOver(stopping, begun, there).complete(peer));
        }
        case KEEP, GONE -> {
          if (!mayGoOn) {
            open = false;
            return Optional.empty();
          }
          deadline.pause(PAUSE);
        }
        case DESTROY_TARGET_COPY -> destroyCopy(deadline);
        case ASK_AGAIN -> deadline.pause(PAUSE);
      }
    }
    return Optional.empty();
  }

  /**
   * The last chance, when the domain is down here: what cannot be settled now makes the Stop fail.
   */
  Optional<StopOutcome> finish(Deadline deadline) {
    mayGoOn = false; // there is nothing left here that could be sent
    Optional<StopOutcome> outcome = settle(deadline);
    if (!open) {
      return outcome;
    }
    NodeName target = begun.target();
    stopping.messages().say(AgentMessage.COPY_NOT_RULED_OUT, stopping.domain(), "node " + target);
    return Optional.of(new NotStopped("a copy on " + target + " is not ruled out"));
  }

  private void weigh(Sighting here) {
    if (here.is(Activity.RUNNING) || here.is(Activity.BUSY)) {
      proof = Proof.SOURCE_RAN_ON;
    } else if (proof == Proof.NONE
        && here.answer() instanceof Answer.Inactive off
        && off.handedOver()) {
      proof = Proof.HANDED_OVER;
    }
  }

  /**
   * A node that the cluster has thrown out has no copy: its membership fences. Nor is another
   * domain of that name one.
   */
  private Answer answerOfTarget(Deadline deadline) {
    Answer answer = there.sight().look(stopping.domain(), deadline.within(LOOK_LIMIT)).answer();
    boolean gone = answer instanceof Answer.Silent && isFenced(deadline);
    return gone || isAnotherDomain(answer) ? new Answer.NotKnown() : answer;
  }

  private boolean isAnotherDomain(Answer answer) {
    return answer.knownUuid().filter(uuid -> !uuid.equals(begun.uuid())).isPresent();
  }

  private boolean isFenced(Deadline deadline) {
    try {
      Deadline limit = deadline.within(LOOK_LIMIT);
      return stopping.cluster().apply(limit).nodes().isDown(begun.target());
    } catch (ClusterException e) {
      LOG.debug("state of node {} unknown: {}", begun.target(), e.words());
      return false;
    }
  }

  private void destroyCopy(Deadline deadline) {
    stopping.messages().say(AgentMessage.COPY_DESTROYED, stopping.domain(), begun.target());
    try {
      there.power().destroy(stopping.domain(), deadline.within(DESTROY_LIMIT));
    } catch (HypervisorException e) {
      LOG.debug("copy on {} not destroyed: {}", begun.target(), e.words());
    }
    deadline.pause(PAUSE);
  }
}
