package org.scxvm.preflight;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.Versions;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The libvirt of one of both nodes. Once it is silent it is said so, and no more is asked. */
final class Side {

  /** Whatever needs longer counts as silent. */
  static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Side.class);

  private final Checking checking;
  private final Hypervisor hypervisor;
  private final String place;
  private final Consumer<String> silence;
  private Optional<Versions> versions = Optional.empty();
  private boolean silent;

  /**
   * Makes one; nothing is asked yet.
   *
   * @param place what follows the name of a question, to tell where it was put
   * @param silence told why it is silent
   */
  Side(Checking checking, Hypervisor hypervisor, String place, Consumer<String> silence) {
    this.checking = checking;
    this.hypervisor = hypervisor;
    this.place = place;
    this.silence = silence;
  }

  /** A question. */
  interface Question<T> {
    T put(Hypervisor hypervisor, Deadline deadline) throws HypervisorException;
  }

  /** The answer; empty if there is none, which has then been said. */
  <T> Optional<T> ask(String what, Question<T> question) {
    if (silent) {
      return Optional.empty();
    }
    try {
      return Optional.of(question.put(hypervisor, checking.call()));
    } catch (HypervisorException e) {
      switch (e.fault()) {
        case SILENT -> goSilent(e.words());
        case UNSUPPORTED -> LOG.debug("{}{}: {}", what, place, e.words());
        case NO_SUCH_DOMAIN, NOT_THERE, REFUSED -> checking.notChecked(what + place, e.words());
      }
      return Optional.empty();
    }
  }

  private void goSilent(String words) {
    silent = true;
    silence.accept(words);
  }

  /** What is seen of the domain; empty if libvirt does not say. */
  Optional<Answer> look() {
    if (silent) {
      return Optional.empty();
    }
    Sighting seen = hypervisor.sight().look(checking.domain(), checking.call());
    if (seen.answer() instanceof Answer.Silent mute) {
      goSilent(mute.reason());
      return Optional.empty();
    }
    return Optional.of(seen.answer());
  }

  /** What runs there, asked once. */
  Optional<Versions> versions() {
    if (versions.isEmpty()) {
      versions = ask("versions", (it, until) -> it.nodeSurvey().versions(until));
    }
    return versions;
  }

  /** The definition for the next boot. */
  Optional<String> describe() {
    return ask("definition", (it, until) -> it.definitions().describe(checking.domain(), until));
  }
}
