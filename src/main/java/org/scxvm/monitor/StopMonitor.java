package org.scxvm.monitor;

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
import org.scxvm.watched.Registrations;

/**
 * Does not have a resource watched any more, and ends the monitor of this node with the last one.
 * To stop what is not watched is a success.
 */
public final class StopMonitor {

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
  public StopMonitor(
      Supervision supervision,
      Function<Deadline, StateFolder> state,
      String boot,
      Messages messages) {
    this.supervision = supervision;
    this.state = state;
    this.boot = boot;
    this.messages = messages;
  }

  /** Takes the registration back; the caller keeps other calls of this kind out. */
  public boolean stop(ResourceName resource, Deadline deadline) {
    try {
      StateFolder folder = state.apply(deadline);
      Registrations registrations = new Registrations(folder, boot);
      registrations.remove(resource);
      folder.remove(HealthNote.fileOf(resource));
      if (registrations.ids().isEmpty() && supervision.isRunning()) {
        supervision.stop();
      }
      return true;
    } catch (FolderException e) {
      messages.sayWithCause(MonitorMessage.NOT_REGISTERED, e.words(), resource);
    } catch (ClusterException e) {
      messages.sayWithCause(MonitorMessage.NOT_ENDED, e.words(), resource);
    }
    return false;
  }
}
