package org.scxvm.host;

import java.util.Optional;
import org.scxvm.time.Deadline;

/** Files of this machine that are not the agent's. Only looked at, never changed. */
public interface HostFiles {

  /**
   * The type of the file system that a file or folder is on, links followed; empty if there is
   * none.
   */
  Optional<String> fileSystem(String path, Deadline deadline) throws HostException;

  /** A small text, such as a configuration; empty if there is no such file. */
  Optional<String> text(String path, Deadline deadline) throws HostException;
}
