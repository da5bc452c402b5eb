package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.MoveDecision;
import org.scxvm.migration.MoveTruth;
import org.scxvm.migration.Proof;
import org.scxvm.stop.FindTarget.Target;
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
  private final Target target;
  private final Hypervisor there;
  private final HandOver handOver;
  private final Optional<String> uuid;
  private Proof proof;
  private boolean open = true;

  /**
   * A move that has begun.
   *
   * @param end how its call ended
   * @param before what was seen of the domain before it
   */
  record Begun(MoveEnd end, Sighting before) {}

  SettleMove(Stopping stopping, Target target, String peerUri, Begun begun) {
    this.stopping = stopping;
    this.target = target;
    this.there = stopping.hypervisors().at(peerUri);
    this.handOver = new HandOver(stopping, target.node(), there, begun);
    this.uuid = begun.before().answer().knownUuid();
    this.proof = begun.end().succeeded() ? Proof.HANDED_OVER : Proof.NONE;
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
      noteThatSourceRanOn(here);
      MoveTruth truth = MoveTruth.of(here, peer);
      MoveDecision decision = MoveDecision.of(truth, proof);
      LOG.debug("settle: here {}, there {}: {} -> {} ({})", here, peer, truth, decision, proof);
      switch (decision) {
        case HAND_OVER -> {
          open = false;
          return Optional.of(handOver.complete(peer));
        }
        case KEEP, GONE -> {
          open = false;
          return Optional.empty();
        }
        case DESTROY_TARGET_COPY -> destroyCopy(deadline);
        case ASK_AGAIN -> deadline.pause(PAUSE);
      }
    }
    return Optional.empty();
  }

  /** The last chance: what cannot be settled now makes the Stop fail. */
  Optional<StopOutcome> finish(Deadline deadline) {
    Optional<StopOutcome> outcome = settle(deadline);
    if (!open) {
      return outcome;
    }
    stopping.messages().say(AgentMessage.COPY_NOT_RULED_OUT, stopping.domain(), target.node());
    return Optional.of(new NotStopped("a copy on " + target.node() + " is not ruled out"));
  }

  private void noteThatSourceRanOn(Sighting here) {
    if (here.is(Activity.RUNNING) || here.is(Activity.BUSY)) {
      proof = Proof.SOURCE_RAN_ON;
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
    return answer.knownUuid().isPresent() && !answer.knownUuid().equals(uuid);
  }

  private boolean isFenced(Deadline deadline) {
    try {
      return stopping.cluster().apply(deadline.within(LOOK_LIMIT)).nodes().isDown(target.node());
    } catch (ClusterException e) {
      LOG.debug("state of node {} unknown: {}", target.node(), e.words());
      return false;
    }
  }

  private void destroyCopy(Deadline deadline) {
    stopping.messages().say(AgentMessage.COPY_DESTROYED, stopping.domain(), target.node());
    try {
      there.power().destroy(stopping.domain(), deadline.within(DESTROY_LIMIT));
    } catch (HypervisorException e) {
      LOG.debug("copy on {} not destroyed: {}", target.node(), e.words());
      deadline.pause(PAUSE);
    }
  }
}
