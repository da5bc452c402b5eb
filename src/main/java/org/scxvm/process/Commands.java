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
