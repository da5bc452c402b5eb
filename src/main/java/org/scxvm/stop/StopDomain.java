package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.definition.DomainFiles;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.noop.FoundMarker;
import org.scxvm.stop.StopOutcome.AlreadyDown;
import org.scxvm.stop.StopOutcome.NotStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a domain off this node: migrated where its group goes, else shut down, else destroyed. It
 * reports success only when a look has shown that the domain is down here.
 */
public final class StopDomain {

  private static final Logger LOG = LoggerFactory.getLogger(StopDomain.class);

  private static final Duration ARRIVAL_POLL = Duration.ofMillis(500);

  private final Hypervisors hypervisors;
  private final SwitchSources sources;
  private final DomainFiles files;
  private final Messages messages;

  /** Connects the use case to its ports. */
  public StopDomain(
      Hypervisors hypervisors, SwitchSources sources, DomainFiles files, Messages messages) {
    this.hypervisors = hypervisors;
    this.sources = sources;
    this.files = files;
    this.messages = messages;
  }

  /** Takes it off this node, one way or another. */
  public StopOutcome stop(StopRequest request) {
    return taken(request, StopBudget.of(request.limit()), this::stopped);
  }

  /** The same after something of it has failed: its guest may not be able to shut down. */
  public StopOutcome stopFailed(StopRequest request) {
    return taken(request, StopBudget.ofFailure(request.limit()), this::stopped);
  }

  /** Migrates it where its group goes, or leaves it here: it is never shut down. */
  public StopOutcome migrate(StopRequest request) {
    return taken(request, StopBudget.ofMove(request.limit()), StopDomain::migrated);
  }

  /** What is done after the first look. */
  private interface Way {
    StopOutcome take(Stopping stopping, MoveAway move, Sighting first);
  }

  private StopOutcome taken(StopRequest request, StopBudget budget, Way way) {
    Hypervisor here = hypervisors.at(request.connectUri());
    Stopping stopping = new Stopping(request, budget, hypervisors, here, sources, files, messages);
    Sighting first = arrived(stopping);
    LOG.debug("stop: {} is {}", request.domain(), first);
    MoveAway move = new MoveAway(stopping);
    StopOutcome outcome = way.take(stopping, move, first);
    move.keepNote();
    return outcome;
  }

  /** Somebody may have asked before, and been given up while the migration went on. */
  private static StopOutcome migrated(Stopping stopping, MoveAway move, Sighting first) {
    if (first.isDown()) {
      Optional<StopOutcome> left = move.settleWhenDown();
      return left.filter(it -> !it.succeeded()).orElseGet(move::goneBefore);
    }
    return move.attempt(first).orElseGet(() -> new NotStopped(move.whyNot()));
  }

  private StopOutcome stopped(Stopping stopping, MoveAway move, Sighting first) {
    if (first.isDown()) {
      return move.settleWhenDown().orElseGet(() -> alreadyDown(stopping.request()));
    }
    Optional<StopOutcome> moved = move.attempt(first);
    return moved.orElseGet(() -> withoutMove(stopping, move));
  }

  /** The first look; a domain that is just arriving here is given its share of time to arrive. */
  private static Sighting arrived(Stopping stopping) {
    StopBudget budget = stopping.budget();
    Sighting seen = stopping.look().until(budget.answer());
    while (seen.is(Activity.PAUSED_BY_MIGRATION) && !budget.migration().hasPassed()) {
      budget.migration().pause(ARRIVAL_POLL);
      seen = stopping.look().until(budget.answer());
    }
    return seen;
  }

  /** The domain is to go down here. A migration that was tried before must leave nothing behind. */
  private StopOutcome withoutMove(Stopping stopping, MoveAway move) {
    StopOutcome outcome = new PowerOff(stopping).powerOff();
    if (!outcome.succeeded()) {
      return outcome;
    }
    Optional<StopOutcome> settled = move.settleWhenDown();
    if (settled.isPresent()) {
      return settled.get();
    }
    setMarkerAside(stopping);
    return outcome;
  }

  private StopOutcome alreadyDown(StopRequest request) {
    messages.say(AgentMessage.STOPPED_ALREADY, request.domain());
    return new AlreadyDown();
  }

  /** The domain was up here and is down now: a marker that says it runs elsewhere is wrong. */
  private void setMarkerAside(Stopping stopping) {
    try {
      if (!(files.markers().find() instanceof FoundMarker.None)) {
        messages.say(
            AgentMessage.STALE_MARKER,
            stopping.request().resource(),
            "its domain was shut down on this node",
            files.markers().setAside());
      }
    } catch (FolderException e) {
      messages.sayWithCause(AgentMessage.MARKER_NOT_READ, e.words(), stopping.request().resource());
    }
  }
}
