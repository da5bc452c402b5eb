package org.scxvm.switchover;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.switchover.LogRecord.Damaged;
import org.scxvm.switchover.LogRecord.End;
import org.scxvm.switchover.LogRecord.Start;
import org.scxvm.switchover.LogRecord.Writer;

/**
 * Reads the lines of the cluster's command log.
 *
 * <pre>
 * MM/DD/YYYY hh:mm:ss HOST PID USER START - COMMAND ARGUMENTS...
 * MM/DD/YYYY hh:mm:ss HOST PID USER END STATUS
 * </pre>
 *
 * <p>An argument may hold line ends: what follows a START and is no record belongs to it. No text
 * makes the parser throw, and none makes it slower than its length.
 */
public final class CommandLogParser {

  private static final String DAY_AND_TIME =
      "(\\d{2})/(\\d{2})/(\\d{4})[ \\t]+(\\d{2}):(\\d{2}):(\\d{2})";

  private static final Pattern TIME = Pattern.compile(DAY_AND_TIME);

  private static final Pattern RECORD =
      Pattern.compile(
          DAY_AND_TIME
              + "[ \\t]++(\\S++)[ \\t]++(\\d{1,18})[ \\t]++(\\S++)[ \\t]++(START|END)"
              + "(?:[ \\t]++(.*))?",
          Pattern.DOTALL);

  /** What begins like a record, or tells of a START, is more than the rest of an argument. */
  private static final Pattern TRACE =
      Pattern.compile("^[^0-9]*\\d{2}/\\d{2}/\\d{4}\\b|\\bSTART\\b");

  private final List<LogRecord> records = new ArrayList<>();
  private Optional<Matcher> start = Optional.empty();
  private final StringBuilder startLines = new StringBuilder();

  private CommandLogParser() {}

  /**
   * The records of a log.
   *
   * @param lines in their order in the log
   * @param unfinished the last line has no line end: there may be more of it to come
   */
  public static List<LogRecord> parse(List<String> lines, boolean unfinished) {
    CommandLogParser parser = new CommandLogParser();
    int whole = unfinished && !lines.isEmpty() ? lines.size() - 1 : lines.size();
    lines.subList(0, whole).forEach(parser::read);
    parser.endStart();
    if (unfinished) {
      parser.readUnfinished(lines.isEmpty() ? "" : lines.get(whole));
    }
    return List.copyOf(parser.records);
  }

  /** {@code MM/DD/YYYY hh:mm:ss}; empty if it is no moment. */
  public static Optional<LocalDateTime> time(String text) {
    Matcher time = TIME.matcher(text.strip());
    return time.matches() ? time(time) : Optional.empty();
  }

  /** When a record was written; empty if the line is no record. */
  public static Optional<LocalDateTime> timeOf(String line) {
    Matcher record = RECORD.matcher(line);
    return record.matches() ? time(record) : Optional.empty();
  }

  private void read(String line) {
    Matcher record = RECORD.matcher(line);
    boolean matches = record.matches() && time(record).isPresent();
    if (!matches && !TRACE.matcher(line).find()) {
      startLines.append('\n').append(line); // lost unless a START is open
      return;
    }
    endStart();
    if (!matches) {
      records.add(new Damaged(line, "it is not of the form of a record"));
    } else if (record.group(10).equals("END")) {
      records.add(endOf(record));
    } else {
      start = Optional.of(record);
      startLines.append(argumentsOf(record));
    }
  }

  /** The end of what belongs to a START. */
  private void endStart() {
    String text = startLines.toString();
    startLines.setLength(0);
    start.ifPresent(record -> records.add(startOf(record, text)));
    start = Optional.empty();
  }

  private static LogRecord startOf(Matcher record, String text) {
    String line = text.strip();
    if (!line.startsWith("-")) {
      return new Damaged(record.group(), "there is no \"-\" after START");
    }
    String command = line.substring(1).strip();
    Optional<List<String>> words = ShellWords.of(command);
    if (words.isEmpty()) {
      return new Damaged(record.group(), "a quote is not closed");
    }
    if (words.get().isEmpty()) {
      return new Damaged(record.group(), "it names no command");
    }
    LocalDateTime time = time(record).orElseThrow();
    return new Start(time, writerOf(record), words.get(), command);
  }

  /** An END says what it has to say as soon as it can be read; of a START half may be missing. */
  private void readUnfinished(String line) {
    Matcher record = RECORD.matcher(line);
    boolean isEnd = record.matches() && time(record).isPresent() && record.group(10).equals("END");
    records.add(isEnd ? endOf(record) : new Damaged(line, "it is not finished"));
  }

  private static End endOf(Matcher record) {
    return new End(time(record).orElseThrow(), writerOf(record), argumentsOf(record).strip());
  }

  private static Writer writerOf(Matcher record) {
    return new Writer(record.group(7), Long.parseLong(record.group(8)));
  }

  private static String argumentsOf(Matcher record) {
    String arguments = record.group(11);
    return arguments == null ? "" : arguments;
  }

  private static Optional<LocalDateTime> time(Matcher found) {
    try {
      return Optional.of(
          LocalDateTime.of(
              number(found, 3),
              number(found, 1),
              number(found, 2),
              number(found, 4),
              number(found, 5),
              number(found, 6)));
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
