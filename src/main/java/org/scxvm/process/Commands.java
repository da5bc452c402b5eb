package org.scxvm.process;

import java.util.List;
import org.scxvm.time.Deadline;

/** Runs one program to its end, with a limit. */
public interface Commands {

  /**
   * Runs a program; never through a shell.
   *
   * @param words the program and its arguments
   * @throws CommandException it could not be started, or did not end before the deadline (then it
   *     was killed)
   */
  Ended run(List<String> words, Deadline deadline) throws CommandException;

  /**
   * Runs a program for what it writes to stdout; any status but 0 is an error.
   *
   * @throws CommandException as {@link #run}, or it ended with another status
   */
  default String output(List<String> words, Deadline deadline) throws CommandException {
    Ended ended = run(words, deadline);
    if (ended.status() != 0) {
      throw new CommandException(
          String.join(" ", words) + ": status " + ended.status() + " " + ended.err().strip());
    }
    return ended.out();
  }

  /** Whether there is such a program. */
  boolean isThere(String path);

  /**
   * How a program ended.
   *
   * @param status its exit status
   * @param out what it wrote to stdout
   * @param err what it wrote to stderr
   */
  record Ended(int status, String out, String err) {}
}
