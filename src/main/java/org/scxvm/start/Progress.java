package org.scxvm.start;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.time.Deadline;

/** Which steps a Start has taken, and whether it is of any use to go on. */
final class Progress {

  /** How long a step that was taken may leave the domain as it was. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A step that libvirt did not answer is repeated: the daemon may have been restarted, and more
   * than once. What makes it die each time must not go on to the end.
   */
  private static final int UNHEARD_MAX = 5;

  private final Deadline deadline;
  private final Map<StartStep, Deadline> taken = new EnumMap<>(StartStep.class);
  private final Map<StartStep, Integer> unheard = new EnumMap<>(StartStep.class);
  private Optional<String> lastWords = Optional.empty();
  private final Map<StartStep, String> refusals = new EnumMap<>(StartStep.class);
  private Optional<String> failure = Optional.empty();

  Progress(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Whether there is nothing to do about what is seen but to wait. */
  boolean hasTaken(StartStep step) {
    return step == StartStep.WAIT || taken.containsKey(step);
  }

  void note(StartStep step, Effect effect) {
    lastWords = effect.failure();
    if (effect.heard()) {
      effect.failure().ifPresent(words -> refusals.put(step, words));
      taken.put(step, deadline.within(PATIENCE));
    } else {
      unheard.merge(step, 1, Integer::sum);
    }
  }

  /**
   * Judges by what is seen after a step or a pause: a step that was refused matters only if it is
   * still the one to take.
   */
  void weigh(StartStep step, Sighting seen) {
    boolean late = deadline.hasPassed() || taken.getOrDefault(step, deadline).hasPassed();
    // libvirt answers and the domain is as it was: what seemed not to be heard was refused.
    boolean unanswered = !seen.isSilent() && unheard.getOrDefault(step, 0) >= UNHEARD_MAX;
    if (refusals.containsKey(step)) {
      failure = Optional.ofNullable(refusals.get(step));
    } else if (late || unanswered) {
      failure = Optional.of(lastWords.orElse(seen.toString()));
    }
  }

  boolean hasFailed() {
    return failure.isPresent();
  }

  String failure() {
    return failure.orElse("");
  }
}
