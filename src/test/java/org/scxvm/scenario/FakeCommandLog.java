package org.scxvm.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scxvm.commandlog.CommandLog;
import org.scxvm.commandlog.CommandLogException;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.commandlog.LogTail;
import org.scxvm.time.Deadline;

/**
 * The command log of this node, in memory, and the processes that write it.
 *
 * <pre>
 * log = 11/22/2026 06:21:58 node1 123 root START - clrg switch -n node2 vm1-rg
 * log end = unfinished
 * command log = works
 * command log = hangs
 * command log = fails: WORDS
 * process 123 = since 2026-11-22T06:21:58
 * process 123 = gone
 * </pre>
 */
final class FakeCommandLog implements CommandLogs {

  /** The adapter gives up a look into the log then. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  private static final String WORKS = "works";
  private static final String HANGS = "hangs";
  private static final String FAILS = "fails: ";
  private static final String PROCESS = "process ";
  private static final String SINCE = "since ";

  private final World world;
  private final List<String> lines = new ArrayList<>();
  private final Map<Long, LocalDateTime> processes = new HashMap<>();
  private String mode = WORKS;
  private boolean unfinished;

  FakeCommandLog(World world) {
    this.world = world;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "log" -> lines.add(value);
      case "log end" -> unfinished = value.equals("unfinished");
      case "command log" -> mode = modeOf(value);
      default -> {
        return key.matches(PROCESS + "\\d+") && setProcess(key, value);
      }
    }
    return true;
  }

  private static String modeOf(String value) {
    if (!value.equals(WORKS) && !value.equals(HANGS) && !value.startsWith(FAILS)) {
      throw new IllegalArgumentException("no state of a command log: " + value);
    }
    return value;
  }

  private boolean setProcess(String key, String value) {
    long pid = Long.parseLong(key.substring(PROCESS.length()));
    if (value.equals("gone")) {
      processes.remove(pid);
    } else if (value.startsWith(SINCE)) {
      processes.put(pid, LocalDateTime.parse(value.substring(SINCE.length())));
    } else {
      throw new IllegalArgumentException("no state of a process: " + value);
    }
    return true;
  }

  /** Writes what the given half cannot write: lines with any bytes in them. */
  void write(List<String> more, boolean isUnfinished) {
    lines.addAll(more);
    unfinished = isUnfinished;
  }

  @Override
  public CommandLog at(String path, Deadline deadline) {
    return new Opened(path, deadline);
  }

  private final class Opened implements CommandLog {
    private final String path;
    private final Deadline deadline;

    Opened(String path, Deadline deadline) {
      this.path = path;
      this.deadline = deadline;
    }

    @Override
    public LogTail newest(Predicate<String> isTooOld) throws CommandLogException {
      world.time().countCall();
      if (mode.equals(HANGS)) {
        world.time().sleep(deadline.within(CALL_LIMIT).remaining());
        throw failed("reading " + path + " gave no answer in time");
      }
      if (mode.startsWith(FAILS)) {
        throw failed(path + ": " + mode.substring(FAILS.length()));
      }
      int first = lines.size();
      while (first > 0 && !isTooOld.test(lines.get(first - 1))) {
        first--;
      }
      return new LogTail(List.copyOf(lines.subList(first, lines.size())), unfinished);
    }

    @Override
    public Optional<Instant> startOfProcess(long pid) {
      world.time().countCall();
      world.story().add("here", "look for process " + pid);
      return Optional.ofNullable(processes.get(pid))
          .map(start -> start.atZone(world.time().zone()).toInstant());
    }

    private CommandLogException failed(String words) {
      world.story().add("log", words);
      return new CommandLogException(words);
    }
  }
}
