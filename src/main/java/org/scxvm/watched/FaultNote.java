package org.scxvm.watched;

import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.ResourceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That the fault monitor has given a resource's group over, in {@code <resource>.fault} of the
 * state folder: a Stop that follows does not carry a sick guest along. The status of the resource
 * says so, too, but a cluster manager may have set another one by then.
 */
public final class FaultNote {

  private static final Logger LOG = LoggerFactory.getLogger(FaultNote.class);

  private final SharedFolder state;
  private final String file;

  /**
   * Finds the note of a resource.
   *
   * @param state the state folder of this node
   */
  public FaultNote(SharedFolder state, ResourceName resource) {
    this.state = state;
    this.file = resource + ".fault";
  }

  /** Notes it; a note that cannot be written is missing, and that is all. */
  public void write(String words) {
    try {
      state.write(file, words + "\n");
    } catch (FolderException e) {
      LOG.debug("fault not noted: {}", e.words());
    }
  }

  /** Whether it is noted. */
  public boolean isThere() {
    try {
      return state.read(file).isPresent();
    } catch (FolderException e) {
      LOG.debug("note of a fault not read: {}", e.words());
      return false;
    }
  }

  /** Takes it back: the domain is up, or was stopped. */
  public void remove() {
    try {
      state.remove(file);
    } catch (FolderException e) {
      LOG.debug("note of a fault not removed: {}", e.words());
    }
  }
}
