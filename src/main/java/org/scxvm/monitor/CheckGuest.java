package org.scxvm.monitor;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;

/**
 * Asks whether the guest inside a domain is well: its agent, and a program of its administrator.
 */
final class CheckGuest {

  private static final String WELL = "its guest is well";

  private final Commands commands;
  private final Time time;
  private final boolean awaited;

  /** Whose agent has answered before: one that has not may be booting, or not be installed. */
  private final Set<String> answered = new HashSet<>();

  /**
   * Begins.
   *
   * @param awaited whether a guest of which nothing is known yet counts as one that is not well
   */
  CheckGuest(Commands commands, Time time, boolean awaited) {
    this.commands = commands;
    this.time = time;
    this.awaited = awaited;
  }

  Note.Checked check(Registration registration, Reach reach) {
    GuestPolicy guest = registration.guest();
    if (guest.agent()) {
      Note.Checked agent = ask(registration, reach);
      if (agent.weight() > 0) {
        return agent;
      }
    }
    return guest.program().isEmpty() ? well(registration) : run(registration);
  }

  private Note.Checked ask(Registration registration, Reach reach) {
    Duration limit = registration.guest().limit();
    try {
      boolean asked =
          reach
              .ask(
                  limit,
                  (line, deadline) -> {
                    line.pingGuest(registration.domain(), deadline);
                    return true;
                  })
              .isPresent();
      if (asked) {
        noteAnswer(registration.id());
      }
      return asked ? well(registration) : silent(registration, awaited, "nobody to ask it");
    } catch (HypervisorException e) {
      return silent(registration, awaited || hasAnswered(registration.id()), e.words());
    }
  }

  private static Note.Checked silent(Registration registration, boolean counts, String words) {
    return new Note.Checked(
        registration.id(), counts ? Doubts.HALF : 0, "its guest agent: " + words);
  }

  private synchronized void noteAnswer(String id) {
    answered.add(id);
  }

  private synchronized boolean hasAnswered(String id) {
    return answered.contains(id);
  }

  /**
   * The status is that of a probe under SUNW.gds: 0 well, up to 99 adds up, 100 and more is a
   * fault.
   */
  private Note.Checked run(Registration registration) {
    List<String> words = registration.guest().program();
    String program = words.get(0);
    try {
      Ended ended = commands.run(words, Deadline.in(time, registration.guest().limit()));
      if (ended.status() == 0) {
        return well(registration);
      }
      int weight = Math.min(ended.status(), Doubts.COMPLETE);
      return new Note.Checked(
          registration.id(),
          weight,
          program + " ends with " + ended.status() + " " + ended.out().strip());
    } catch (CommandException e) {
      return new Note.Checked(registration.id(), Doubts.HALF, String.valueOf(e.getMessage()));
    }
  }

  private static Note.Checked well(Registration registration) {
    return new Note.Checked(registration.id(), 0, WELL);
  }
}
