package org.scxvm.start;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Messages;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.start.StartOutcome.NotStarted;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a domain up on this node. It looks, does the one step that follows from what it sees, and
 * looks again; it reports success only when it has seen the domain here.
 */
public final class StartDomain {

  private static final Logger LOG = LoggerFactory.getLogger(StartDomain.class);
  private static final Duration POLL = Duration.ofMillis(300);

  private final Hypervisors hypervisors;
  private final Function<Deadline, Cluster> cluster;
  private final DomainFiles files;
  private final Messages messages;

  /**
   * Connects the use case to its ports.
   *
   * @param cluster opens the view of the cluster for questions that end at a deadline
   */
  public StartDomain(
      Hypervisors hypervisors,
      Function<Deadline, Cluster> cluster,
      DomainFiles files,
      Messages messages) {
    this.hypervisors = hypervisors;
    this.cluster = cluster;
    this.files = files;
    this.messages = messages;
  }

  /** Brings it up, one way or another. */
  public StartOutcome start(StartRequest request) {
    return settled(request, this::started);
  }

  /** Takes over a domain that a migration has brought here; nothing is booted. */
  public StartOutcome arrive(StartRequest request) {
    return settled(request, this::arrived);
  }

  /** What is done when no migration is open any more. */
  private interface Way {
    StartOutcome take(Starting starting, OwnerLedger ledger);
  }

  private StartOutcome settled(StartRequest request, Way way) {
    Starting starting =
        new Starting(
            request, hypervisors, hypervisors.at(request.connectUri()), cluster, files, messages);
    OwnerLedger ledger = new OwnerLedger(files.owners(), messages, request.limit().time());
    Optional<String> unsettled = new Arrival(starting, ledger).settle();
    return unsettled.isPresent()
        ? notStarted(starting, starting.look(), unsettled.get(), false)
        : way.take(starting, ledger);
  }

  private StartOutcome arrived(Starting starting, OwnerLedger ledger) {
    Claim claim = new Claim(starting, ledger);
    Sighting seen = starting.look();
    StartStep step = StartStep.of(seen, claim.isFresh());
    while (step == StartStep.WAIT && !starting.answer().hasPassed()) {
      starting.answer().pause(POLL);
      seen = starting.look();
      step = StartStep.of(seen, claim.isFresh());
    }
    return step == StartStep.TAKE
        ? new Take(starting, claim).take(seen, false)
        : notStarted(starting, seen, "no migration has brought it here: " + seen, false);
  }

  private StartOutcome started(Starting starting, OwnerLedger ledger) {
    Claim claim = new Claim(starting, ledger);
    Act act = new Act(starting, claim, new Fetch(starting, ledger));
    Progress progress = new Progress(starting.answer());
    Sighting seen = starting.look();
    StartStep step = StartStep.of(seen, claim.isFresh());
    while (step != StartStep.TAKE && !progress.hasFailed() && claim.lost().isEmpty()) {
      LOG.debug("start: {} is {}: {}", starting.domain(), seen, step);
      if (progress.hasTaken(step)) {
        starting.answer().pause(POLL);
      } else {
        progress.note(step, act.take(step, seen));
      }
      if (!starting.answer().hasPassed()) { // a look without time would only see silence
        seen = starting.look();
        step = StartStep.of(seen, claim.isFresh());
      }
      progress.weigh(step, seen);
    }
    return step == StartStep.TAKE && claim.lost().isEmpty()
        ? new Take(starting, claim).take(seen, act.hasAskedToBoot())
        : notStarted(
            starting,
            seen,
            claim.lost().orElseGet(progress::failure),
            claim.lost().isEmpty() && act.hasAskedToBoot());
  }

  private NotStarted notStarted(
      Starting starting, Sighting seen, String cause, boolean ofThisNode) {
    seen.strayPid()
        .ifPresent(pid -> messages.say(AgentMessage.STRAY_PROCESS, starting.domain(), pid));
    messages.sayWithCause(AncestorMessage.FAILED_TO_START, cause, starting.domain());
    return new NotStarted(cause, ofThisNode);
  }
}
