package org.scxvm.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Supervision;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.StateFolder;
import org.scxvm.message.Messages;
import org.scxvm.message.MonitorMessage;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.watched.HealthNote;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a resource watched: registers it, and starts the monitor of this node if it does not run. It
 * is done when the monitor has taken it up.
 */
public final class StartMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(StartMonitor.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Supervision supervision;
  private final Function<Deadline, StateFolder> state;
  private final String boot;
  private final Messages messages;

  /**
   * Connects the use case to its ports.
   *
   * @param state opens the state folder for use that ends at a deadline
   * @param boot tells this boot of the machine from all others
   */
  public StartMonitor(
      Supervision supervision,
      Function<Deadline, StateFolder> state,
      String boot,
      Messages messages) {
    this.supervision = supervision;
    this.state = state;
    this.boot = boot;
    this.messages = messages;
  }

  /**
   * Registers; the caller keeps other calls of this kind out.
   *
   * @return whether the monitor runs, or was started
   */
  public boolean register(Registration registration, Deadline deadline) {
    try {
      new Registrations(state.apply(deadline), boot).add(registration);
      if (!supervision.isRunning()) {
        supervision.start();
      }
      return true;
    } catch (FolderException e) {
      messages.sayWithCause(MonitorMessage.NOT_REGISTERED, e.words(), registration.resource());
    } catch (ClusterException e) {
      messages.sayWithCause(MonitorMessage.NOT_STARTED, e.words(), registration.resource());
    }
    return false;
  }

  /** Whether a resource is registered. */
  public boolean isWatched(ResourceName resource, Deadline deadline) {
    try {
      return new Registrations(state.apply(deadline), boot).of(resource).isPresent();
    } catch (FolderException e) {
      LOG.debug("registrations not read: {}", e.words());
      return false;
    }
  }

  /**
   * Puts a registration with the values that are in force now in the place of the one that there
   * is. The caller keeps other calls of this kind out.
   */
  public boolean refresh(Registration now, Deadline deadline) {
    try {
      Registrations registrations = new Registrations(state.apply(deadline), boot);
      Optional<Registration> before = registrations.of(now.resource());
      registrations.add(before.map(it -> now.withWords(it.words())).orElse(now));
      return true;
    } catch (FolderException e) {
      messages.sayWithCause(MonitorMessage.NOT_REGISTERED, e.words(), now.resource());
      return false;
    }
  }

  /** Waits until the monitor has taken the registration up; whether it has. */
  public boolean awaitTakenUp(Registration registration, Deadline deadline) {
    StateFolder folder = state.apply(deadline);
    boolean taken = false;
    try {
      taken = isTakenUp(folder, registration);
      while (!taken && !deadline.hasPassed()) {
        deadline.pause(PAUSE);
        taken = isTakenUp(folder, registration);
      }
    } catch (FolderException e) {
      messages.sayWithCause(MonitorMessage.NOT_REGISTERED, e.words(), registration.resource());
      return false;
    }
    if (!taken) {
      messages.say(MonitorMessage.NOT_TAKEN_UP, registration.resource());
    }
    return taken;
  }

  private static boolean isTakenUp(StateFolder folder, Registration registration)
      throws FolderException {
    return folder
        .read(HealthNote.fileOf(registration.resource()))
        .filter(text -> HealthNote.isAbout(registration.id(), text))
        .isPresent();
  }
}
