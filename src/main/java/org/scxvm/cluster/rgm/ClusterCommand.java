package org.scxvm.cluster.rgm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.time.Deadline;

/** One of the {@code scha_*} commands: run, asked again while the cluster reconfigures, read. */
final class ClusterCommand {

  /** SCHA_ERR_RECONF: the cluster is being reconfigured, ask again. */
  private static final int RECONF = 5;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Commands commands;
  private final String folder;
  private final Deadline deadline;

  ClusterCommand(Commands commands, String folder, Deadline deadline) {
    this.commands = commands;
    this.folder = folder;
    this.deadline = deadline;
  }

  /** Runs it to its end, whatever the status. */
  Ended run(String command, String... arguments) throws ClusterException {
    List<String> words = new ArrayList<>();
    words.add(folder + "/" + command);
    words.addAll(List.of(arguments));
    Ended ended = once(words);
    while (ended.status() == RECONF && !deadline.hasPassed()) {
      deadline.pause(PAUSE);
      ended = once(words);
    }
    return ended;
  }

  /** Runs it and returns the lines of its output; any status but 0 is an error. */
  List<String> lines(String command, String... arguments) throws ClusterException {
    Ended ended = run(command, arguments);
    if (ended.status() != 0) {
      throw failed(ended, command, arguments);
    }
    return ended.out().lines().toList();
  }

  /** Runs it and returns the one line of its output. */
  String line(String command, String... arguments) throws ClusterException {
    List<String> lines = lines(command, arguments);
    if (lines.isEmpty() || lines.get(0).isBlank()) {
      throw new ClusterException(words(command, arguments) + ": no output");
    }
    return lines.get(0);
  }

  static ClusterException failed(Ended ended, String command, String... arguments) {
    return new ClusterException(
        words(command, arguments) + ": status " + ended.status() + " " + ended.err().strip());
  }

  private Ended once(List<String> words) throws ClusterException {
    try {
      return commands.run(words, deadline);
    } catch (CommandException e) {
      throw new ClusterException(String.valueOf(e.getMessage()));
    }
  }

  private static String words(String command, String... arguments) {
    return command + " " + String.join(" ", arguments);
  }
}
