package org.scxvm.switchover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.LogRecord.Damaged;
import org.scxvm.switchover.LogRecord.End;
import org.scxvm.switchover.LogRecord.Start;
import org.scxvm.switchover.LogRecord.Writer;

/**
 * Which command of the command log moves a group right now. The newest one that concerns the group
 * decides, whatever it does; and it counts only while it runs.
 */
public final class LoggedSwitch {

  /** A command that began so long before the method is taken for the one that caused it. */
  private static final Duration FRESH = Duration.ofSeconds(10);

  /** The clocks of two nodes differ a little. */
  private static final Duration AHEAD_MAX = Duration.ofSeconds(5);

  /** No command takes that long; what is older is not even read. */
  private static final Duration RELEVANT = Duration.ofDays(1);

  private static final int QUOTE_MAX = 200;

  /**
   * What is asked.
   *
   * @param log the name of the log, for messages
   * @param group the resource group
   * @param zone the zone cluster that it belongs to
   * @param thisNode the node that loses the group
   * @param began when the method began that wants to know
   * @param now when it asks
   * @param timeZone in which the log is written
   */
  public record Question(
      String log,
      String group,
      Optional<String> zone,
      NodeName thisNode,
      Instant began,
      Instant now,
      ZoneId timeZone) {

    /** Whether a line and all before it are too old to matter; a line without a time is not. */
    public boolean isTooOld(String line) {
      return CommandLogParser.timeOf(line).filter(time -> isTooOld(instantOf(time))).isPresent();
    }

    private boolean isTooOld(Instant time) {
      return time.isBefore(began.minus(RELEVANT));
    }

    /**
     * The moment that a local time means. In the hour that comes twice a year it may mean two; the
     * one nearer to now is taken, so that a command that has just begun is never taken for an old
     * one.
     */
    private Instant instantOf(LocalDateTime time) {
      List<ZoneOffset> offsets = timeZone.getRules().getValidOffsets(time);
      return offsets.stream()
          .map(time::toInstant)
          .min(Comparator.comparing(instant -> Duration.between(instant, now).abs()))
          .orElseGet(() -> time.atZone(timeZone).toInstant());
    }
  }

  /** Looks for processes of this node. */
  public interface Processes {

    /** When the process of that id began; empty if there is none, or if that cannot be seen. */
    Optional<Instant> startOf(long pid);
  }

  private final Question asked;
  private final Processes processes;

  private LoggedSwitch(Question asked, Processes processes) {
    this.asked = asked;
    this.processes = processes;
  }

  /**
   * Where the group is going.
   *
   * @param records as they stand in the log, the newest one last
   */
  public static Course of(List<LogRecord> records, Question asked, Processes processes) {
    return new LoggedSwitch(asked, processes).decide(records);
  }

  private Course decide(List<LogRecord> records) {
    Set<Writer> over = new HashSet<>();
    Optional<Damaged> damaged = Optional.empty();
    for (int i = records.size() - 1; i >= 0; i--) {
      LogRecord record = records.get(i);
      if (record instanceof Damaged newer) {
        damaged = Optional.of(damaged.orElse(newer));
      } else if (record instanceof End end) {
        over.add(end.writer());
      } else if (record instanceof Start start) {
        GroupCommand command = GroupCommand.of(start.words());
        if (concerns(start, command)) {
          return decide(start, command, over.contains(start.writer()), damaged);
        }
        over.add(start.writer()); // its id is another command's now
      }
    }
    return new Course.Unknown(
        asked.log()
            + " has no command of the last day that concerns group "
            + asked.group()
            + damaged.map(line -> ", but a damaged line: " + quoted(line.line())).orElse(""));
  }

  private boolean concerns(Start start, GroupCommand command) {
    return command.fault().isPresent()
        ? GroupCommand.speaks(start.words(), asked)
        : command.concerns(asked);
  }

  private Course decide(
      Start start, GroupCommand command, boolean isOver, Optional<Damaged> damaged) {
    String said = told(start);
    if (damaged.isPresent()) {
      return new Course.Unknown(
          "after "
              + said
              + " stands a damaged line, "
              + damaged.get().reason()
              + ": "
              + quoted(damaged.get().line()));
    }
    if (isOver) {
      return new Course.Unknown(said + " has ended");
    }
    Optional<String> stale = staleness(start);
    if (stale.isPresent()) {
      return new Course.Unknown(said + " " + stale.get());
    }
    if (command.fault().isPresent()) {
      return new Course.Unknown(said + " is not understood: " + command.fault().get());
    }
    return switch (command.effect()) {
      case EVACUATES -> new Course.Evacuation(said);
      case SWITCHES -> towards(command.nodes(), said);
      case OTHER, NONE -> new Course.Unknown(said + " does not switch the group to a node");
    };
  }

  /** A node in a zone stands for the node: the hypervisor is the node's. */
  private static Course towards(List<String> names, String said) {
    List<NodeName> nodes = new ArrayList<>();
    for (String name : names) {
      int colon = name.indexOf(':');
      String node = colon < 0 ? name : name.substring(0, colon);
      try {
        nodes.add(new NodeName(node));
      } catch (IllegalArgumentException e) {
        return new Course.Unknown(said + " names " + quoted(name) + ", which is no node");
      }
    }
    return nodes.isEmpty()
        ? new Course.Unknown(said + " leaves the choice of the node to the cluster")
        : new Course.Towards(nodes, said);
  }

  /** Why a command without an END is not running any more; empty if it is. */
  private Optional<String> staleness(Start start) {
    Instant time = asked.instantOf(start.time());
    Duration age = Duration.between(time, asked.began().truncatedTo(ChronoUnit.SECONDS));
    boolean isAhead = time.isAfter(asked.now().plus(AHEAD_MAX));
    if (age.compareTo(FRESH) <= 0 && !isAhead) {
      return Optional.empty();
    }
    String when = isAhead ? "lies in the future" : "began " + age.toSeconds() + " s ago";
    if (asked.isTooOld(time)) {
      return Optional.of(when);
    }
    if (!start.writer().host().equals(asked.thisNode().value())) {
      return Optional.of(when + ", and only on its own node could be seen whether it runs");
    }
    return processes
            .startOf(start.writer().pid())
            .filter(began -> !began.isAfter(time.plus(FRESH))) // a later one has taken its id
            .isPresent()
        ? Optional.empty()
        : Optional.of(when + ", and its process does not run any more");
  }

  private static String told(Start start) {
    Writer writer = start.writer();
    return "command "
        + quoted(start.line())
        + " (process "
        + writer.pid()
        + " on "
        + quoted(writer.host())
        + ")";
  }

  /** What comes from outside is shown as it is, but on one line and of a bearable length. */
  private static String quoted(String text) {
    String shown = text.replaceAll("\\p{Cntrl}", "?");
    return shown.length() <= QUOTE_MAX ? shown : shown.substring(0, QUOTE_MAX) + "...";
  }
}
