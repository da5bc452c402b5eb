package org.scxvm.folder;

import org.scxvm.time.Deadline;

/** Opens a shared folder; it is not touched before it is used. */
public interface SharedFolders {

  /**
   * Opens the folder at a path.
   *
   * @param deadline all use of the folder ends by then, even if the storage hangs
   */
  SharedFolder at(String path, Deadline deadline);

  /** Opens the state folder of this node, by the same rules. */
  StateFolder state(String path, Deadline deadline);

  /** Looks at what is there; nothing is written. */
  FolderCondition inspect(String path, Deadline deadline) throws FolderException;
}
