package org.scxvm.start;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Messages;
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

  /** How long a step that was taken may leave the domain as it was. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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

  public StartOutcome start(StartRequest request) {
    Starting starting =
        new Starting(
            request, hypervisors, hypervisors.at(request.connectUri()), cluster, files, messages);
    Act act = new Act(starting);
    Map<StartStep, Deadline> taken = new EnumMap<>(StartStep.class);
    Sighting seen = starting.look();
    Optional<String> failure = Optional.empty();
    while (StartStep.of(seen) != StartStep.TAKE
        && failure.isEmpty()
        && !starting.answer().hasPassed()) {
      StartStep step = StartStep.of(seen);
      LOG.debug("start: {} is {}: {}", request.domain(), seen, step);
      if (step == StartStep.WAIT || taken.containsKey(step)) {
        starting.answer().pause(POLL);
        failure = impatience(taken.getOrDefault(step, starting.answer()), seen);
      } else {
        Effect effect = act.take(step, seen);
        failure = effect.failure();
        noted(step, effect, taken, starting);
      }
      seen = starting.look();
    }
    return StartStep.of(seen) == StartStep.TAKE
        ? new Take(starting).take(seen, taken.containsKey(StartStep.BOOT))
        : notStarted(starting, seen, failure.orElseGet(seen::toString));
  }

  /** A step that was not heard may be repeated, but not in a rush. */
  private static void noted(
      StartStep step, Effect effect, Map<StartStep, Deadline> taken, Starting starting) {
    if (effect.heard()) {
      taken.put(step, starting.answer().within(PATIENCE));
    } else {
      starting.answer().pause(POLL);
    }
  }

  private static Optional<String> impatience(Deadline patience, Sighting seen) {
    return patience.hasPassed() ? Optional.of(seen.toString()) : Optional.empty();
  }

  private NotStarted notStarted(Starting starting, Sighting seen, String cause) {
    seen.strayPid()
        .ifPresent(pid -> messages.say(AgentMessage.STRAY_PROCESS, starting.domain(), pid));
    messages.sayWithCause(AncestorMessage.FAILED_TO_START, cause, starting.domain());
    return new NotStarted(cause);
  }
}
