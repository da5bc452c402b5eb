package org.scxvm.scenario;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;

/** One node: its libvirt, the domain on it, and the domain's process. */
final class FakeNode {

  private static final long PID = 4711;

  private final World world;
  private final String place;
  private final String uri;
  private final boolean local;
  private final FakeDomain domain = new FakeDomain();
  private final Calls calls;
  private final FakeSurvey survey = new FakeSurvey(this);
  private final FakeMoveSurvey moveSurvey = new FakeMoveSurvey(this);
  private final FakeNodeSurvey nodeSurvey;
  private Optional<ProcessSighting> process = Optional.empty();
  private Duration shutdownTakes = Duration.ofSeconds(3);
  private Duration deafUntil = Duration.ZERO;
  private boolean eventsLost;
  private boolean changed;

  /**
   * A node on which the domain is not known yet.
   *
   * @param place {@code here} or {@code there}
   */
  FakeNode(World world, String place, String uri) {
    this.world = world;
    this.place = place;
    this.uri = uri;
    this.local = place.equals("here");
    this.calls = new Calls(world, place);
    this.nodeSurvey = new FakeNodeSurvey(this);
  }

  Hypervisor hypervisor() {
    return new Hypervisor(
        new FakeSight(this),
        new FakePower(this),
        new FakeDefinitions(this),
        new FakeMoves(this),
        survey,
        moveSurvey,
        nodeSurvey);
  }

  World world() {
    return world;
  }

  String place() {
    return place;
  }

  String uri() {
    return uri;
  }

  FakeDomain domain() {
    return domain;
  }

  Calls calls() {
    return calls;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "domain" -> {
        domain.become(value);
        change();
        world.sourceMayRun();
      }
      case "process" -> process = processOf(value);
      case "shutdown takes" -> shutdownTakes = Given.duration(value);
      case "deaf until" -> deafUntil = Given.duration(value);
      case "events" -> eventsLost = value.equals("lost");
      default -> {
        return domain.set(key, value)
            || survey.set(key, value)
            || moveSurvey.set(key, value)
            || nodeSurvey.set(key, value)
            || calls.set(key, value);
      }
    }
    return true;
  }

  private static Optional<ProcessSighting> processOf(String value) {
    if (value.startsWith("alive ")) {
      long pid = Long.parseLong(value.substring("alive ".length()));
      return Optional.of(new ProcessSighting.Alive(pid));
    }
    if (value.startsWith("stopped ")) {
      long pid = Long.parseLong(value.substring("stopped ".length()));
      return Optional.of(new ProcessSighting.Stopped(pid));
    }
    if (value.startsWith("cannot look: ")) {
      String reason = value.substring("cannot look: ".length());
      return Optional.of(new ProcessSighting.CannotLook(reason));
    }
    return switch (value) {
      case "no answer" -> Optional.of(new ProcessSighting.NoAnswer("it took too long"));
      case "absent" -> Optional.of(new ProcessSighting.Absent());
      case "as the domain" -> Optional.empty();
      default -> throw new IllegalArgumentException("no process: " + value);
    };
  }

  /** What a look shows, given libvirt's answer. */
  Sighting sighting(Answer answer) {
    return new Sighting(
        answer, answer instanceof Answer.Active ? processOfActive() : processSeen());
  }

  private ProcessSighting processOfActive() {
    return process.filter(it -> local && isStopped(it)).orElseGet(ProcessSighting.NotNeeded::new);
  }

  private static boolean isStopped(ProcessSighting process) {
    return process instanceof ProcessSighting.Stopped;
  }

  private ProcessSighting processSeen() {
    if (!local) {
      return new ProcessSighting.CannotLook(uri + " is not on this node");
    }
    Optional<ProcessSighting> given = process.filter(it -> !isStopped(it));
    return given.orElseGet(
        () -> domain.isActive() ? new ProcessSighting.Alive(PID) : new ProcessSighting.Absent());
  }

  /** Whether a copy of the domain writes to the disk from here. */
  boolean writes() {
    return domain.is(Activity.RUNNING) || domain.is(Activity.BUSY);
  }

  /** libvirt has something to tell about the domain. */
  void change() {
    changed = !eventsLost;
  }

  /** Whether there was an event since somebody asked last. */
  boolean hasChanged() {
    return changed;
  }

  void forgetChange() {
    changed = false;
  }

  /** A guest that runs and listens goes off after a while. */
  void powerButtonPressed() {
    if (domain.is(Activity.RUNNING) && world.time().sinceStart().compareTo(deafUntil) >= 0) {
      world.time().in(shutdownTakes, this::guestGoesOff);
    }
  }

  private void guestGoesOff() {
    if (domain.is(Activity.RUNNING)) {
      world.story().add("guest", place + ": goes off");
      domain.goesOff();
      change();
    }
  }
}
