package org.scxvm.commandlog;

import org.scxvm.time.Deadline;

/** Opens a command log; it is not touched before it is used. */
public interface CommandLogs {

  /**
   * Opens the log at a path.
   *
   * @param deadline all use of the log ends by then, even if the disk hangs
   */
  CommandLog at(String path, Deadline deadline);
}
