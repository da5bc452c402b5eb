package org.scxvm.monitor;

import java.util.HashMap;
import java.util.Map;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.watched.Beat;
import org.scxvm.watched.HealthNote;
import org.scxvm.watched.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the monitor shows of itself in the state folder: {@code monitor.beat}, that it lives, and
 * {@code <resource>.health}, what it knows of each resource. A note is written only if it says
 * something new; that it is true still, the beat says.
 */
final class WatchFiles {

  private static final Logger LOG = LoggerFactory.getLogger(WatchFiles.class);

  private final Ground ground;
  private final ProcessIdentity monitor;
  private final Map<String, String> shown = new HashMap<>();

  /**
   * Shows nothing yet.
   *
   * @param monitor this process
   */
  WatchFiles(Ground ground, ProcessIdentity monitor) {
    this.ground = ground;
    this.monitor = monitor;
  }

  ProcessIdentity monitor() {
    return monitor;
  }

  /** Shows that the monitor lives. */
  void beat() {
    ground.time().sinceBoot().ifPresent(now -> write(Beat.FILE, new Beat(now, monitor).text()));
  }

  /** Shows what is known of a resource, if that is new. */
  void show(HealthNote note) {
    String text = note.text();
    String file = HealthNote.fileOf(note.of().resource());
    if (!text.equals(shown.get(file)) && write(file, text)) {
      shown.put(file, text);
    }
  }

  /** Shows nothing any more of a resource that is not watched any more. */
  void forget(Registration gone) {
    String file = HealthNote.fileOf(gone.resource());
    shown.remove(file);
    try {
      ground.state().get().remove(file);
    } catch (FolderException e) {
      LOG.debug("not removed: {}", e.words());
    }
  }

  private boolean write(String file, String text) {
    try {
      ground.state().get().write(file, text);
      return true;
    } catch (FolderException e) {
      LOG.debug("not shown: {}", e.words());
      return false;
    }
  }
}
