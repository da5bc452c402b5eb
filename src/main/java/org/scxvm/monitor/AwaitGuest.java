package org.scxvm.monitor;

import java.time.Duration;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.message.Messages;
import org.scxvm.message.MonitorMessage;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;
import org.scxvm.watched.Registration;

/** Waits until the guest inside a domain that has been started is well. */
public final class AwaitGuest {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final WatchedHypervisors hypervisors;
  private final Commands commands;
  private final Messages messages;
  private final Time time;

  /** Connects the use case to its ports. */
  public AwaitGuest(
      WatchedHypervisors hypervisors, Commands commands, Messages messages, Time time) {
    this.hypervisors = hypervisors;
    this.commands = commands;
    this.messages = messages;
    this.time = time;
  }

  /** Whether it has become well by the deadline; a domain that is down again is not waited for. */
  public boolean await(Registration registration, Deadline deadline) {
    String uri = registration.connectUri();
    Reach reach = new Reach(uri, hypervisors.at(uri), new Notes(), time);
    reach.open();
    try {
      return await(registration, reach, deadline);
    } finally {
      reach.close();
    }
  }

  boolean await(Registration registration, Reach reach, Deadline deadline) {
    CheckGuest guest = new CheckGuest(commands, time, true);
    Sighting seen = reach.look(registration.domain());
    Note.Checked checked = guest.check(registration.within(deadline.remaining()), reach);
    while (checked.weight() > 0 && !seen.isDown() && isTimeLeft(deadline)) {
      seen = reach.look(registration.domain());
      checked = guest.check(registration.within(deadline.remaining()), reach);
    }
    if (checked.weight() > 0) {
      String words = seen.isDown() ? seen.toString() : checked.words();
      messages.say(MonitorMessage.GUEST_NOT_WELL, registration.domain(), words);
    }
    return checked.weight() == 0;
  }

  private static boolean isTimeLeft(Deadline deadline) {
    deadline.pause(PAUSE);
    return !deadline.hasPassed();
  }
}
