package org.scxvm.folder;

import java.util.Optional;
import org.scxvm.time.Deadline;

/**
 * A text of the shared folder of which each change is a file of its own, with the next number. Of
 * several nodes that give the same number exactly one succeeds, which no lock on shared storage
 * promises: two nodes were seen to hold the same lock at once.
 */
public interface Generations {

  /**
   * One text.
   *
   * @param number 1 for the first
   */
  record Generation(long number, String text) {}

  /** The one with the highest number; empty if there is none. */
  Optional<Generation> newest() throws FolderException;

  /** The same ones, for uses that end at that deadline, too, where a use can take time. */
  default Generations within(Deadline deadline) {
    return this;
  }

  /**
   * Publishes the next one, whole or not at all. The one before it is kept, older ones go.
   *
   * @return false if somebody else has given that number
   */
  boolean publish(Generation next) throws FolderException;

  /** Where one is, for messages. */
  String pathOf(long number);
}
