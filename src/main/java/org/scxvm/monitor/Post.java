package org.scxvm.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.watched.HealthNote;
import org.scxvm.watched.Registration;

/** One watched resource: what is known of it, and what is under way. */
final class Post {

  /** A look that takes longer leaves nobody believe in what was seen before it. */
  private static final Duration LOOK_PATIENCE = Duration.ofSeconds(1);

  private final Registration registration;
  private final Watched watched;
  private final Doubts doubts;
  private Optional<Sighting> seen = Optional.empty();
  private Optional<ProcessIdentity> process = Optional.empty();
  private Optional<ProcessIdentity> ended = Optional.empty();
  private boolean endAwaited;
  private Optional<Duration> lookSince = Optional.empty();
  private boolean lookAgain;
  private int stopped;
  private Duration nextCheck = Duration.ZERO;
  private Duration nextDiskDoubt = Duration.ZERO;
  private boolean checking;

  Post(Registration registration) {
    this.registration = registration;
    this.watched = new Watched(registration.policy(), registration.restarts());
    this.doubts = new Doubts(registration.policy().retryInterval());
  }

  Registration registration() {
    return registration;
  }

  Watched watched() {
    return watched;
  }

  /** Whether a look is to be asked for; one that is under way may have been made too early. */
  boolean wantsLook(Duration now) {
    lookAgain = lookSince.isPresent();
    if (lookAgain) {
      return false;
    }
    lookSince = Optional.of(now);
    return true;
  }

  boolean isLooking() {
    return lookSince.isPresent();
  }

  /**
   * Takes the result of a look.
   *
   * @return whether another one is to be asked for
   */
  boolean saw(Note.Seen look) {
    boolean again = lookAgain;
    lookSince = Optional.empty();
    lookAgain = false;
    seen = Optional.of(look.sighting());
    Optional<ProcessIdentity> now = look.process().filter(it -> !ended.equals(Optional.of(it)));
    if (!now.equals(process)) {
      process = now;
      stopped = 0;
      endAwaited = false;
    }
    if (now.isPresent()) {
      ended = Optional.empty();
    }
    return again;
  }

  /** The process whose end is to be told; each is named once. */
  Optional<ProcessIdentity> endToAwait() {
    Optional<ProcessIdentity> wanted = endAwaited ? Optional.empty() : process;
    endAwaited = true;
    return wanted;
  }

  /** Whether its process has ended, and libvirt's last word is that it runs. */
  boolean isToldTwoWays() {
    return ended.isPresent() && seen.filter(it -> it.is(Activity.RUNNING)).isPresent();
  }

  /**
   * Takes the end of a process.
   *
   * @return whether it was the domain's
   */
  boolean sawEnd(ProcessIdentity gone) {
    if (!process.equals(Optional.of(gone))) {
      return false;
    }
    process = Optional.empty();
    ended = Optional.of(gone);
    return true;
  }

  /**
   * Looks at what the process does.
   *
   * @return whether that changes anything
   */
  boolean sawProcess(Lookouts lookouts) {
    if (process.isEmpty()) {
      return false;
    }
    ProcessCondition condition = lookouts.condition(registration, process.get());
    int before = stopped;
    stopped = condition == ProcessCondition.STOPPED ? stopped + 1 : 0;
    return condition == ProcessCondition.GONE || stopped != before;
  }

  /** Whether the guest is to be checked now; a domain that is not up has no guest to check. */
  boolean wantsCheck(Duration now) {
    boolean due = registration.guest().isChecked() && !checking && now.compareTo(nextCheck) >= 0;
    if (!due || !isUp()) {
      return false;
    }
    checking = true;
    return true;
  }

  /** Takes the result of a check of the guest. */
  void checked(Duration now, Note.Checked result) {
    checking = false;
    nextCheck = now.plus(registration.policy().interval());
    if (result.weight() > 0) {
      doubts.add(now, result.weight(), result.words());
    }
  }

  /**
   * An error of a disk of a guest that runs on; a guest that tries again soon has one, not many.
   */
  void diskFailed(Duration now) {
    if (now.compareTo(nextDiskDoubt) >= 0) {
      nextDiskDoubt = now.plus(registration.policy().interval());
      doubts.add(now, Doubts.HALF, "a disk of it has reported an error");
    }
  }

  /** All that was found, and what follows. */
  List<Deed> judged(Duration now) {
    return seen.map(it -> watched.found(now, finding(it, now))).orElseGet(List::of);
  }

  private Finding finding(Sighting sighting, Duration now) {
    GuestShutdown wanted = registration.guest().shutdown();
    Finding finding = Finding.of(sighting, stopped, wanted);
    return ended.isPresent()
        ? finding.withEndedProcess(sighting, wanted)
        : finding.withGuest(doubts.finding(now));
  }

  private boolean isUp() {
    return seen.filter(
            it ->
                Finding.of(it, stopped, registration.guest().shutdown()).verdict() == Verdict.WELL)
        .isPresent();
  }

  /** What others may believe of it now. */
  HealthNote health(Duration now, ProcessIdentity monitor) {
    String state = state(now);
    String words = watched.last().map(Finding::words).orElse("not looked at yet");
    return new HealthNote(state, monitor, process, registration, words);
  }

  private String state(Duration now) {
    boolean unsure =
        lookSince.filter(since -> now.minus(since).compareTo(LOOK_PATIENCE) > 0).isPresent();
    if (unsure || watched.last().isEmpty()) {
      return "unknown";
    }
    return switch (watched.last().get().verdict()) {
      case WELL -> process.isPresent() ? HealthNote.UP : "running";
      case DOUBTFUL -> "degraded";
      case LEFT_OFF -> "off";
      case FAULTY -> "faulted";
    };
  }
}
