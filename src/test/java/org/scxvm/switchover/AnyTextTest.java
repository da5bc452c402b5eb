package org.scxvm.switchover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.LogRecord.Start;
import org.scxvm.switchover.LoggedSwitch.Question;

/** Whatever stands in the log: nothing throws, and what is damaged never makes up a target. */
class AnyTextTest {

  private static final String HEAD = "11/22/2026 06:21:58 node1 100 root START - ";
  private static final String GOOD = HEAD + "clrg \"switch\" -n \"node2\" \"vm1-rg\"";

  private static final Instant NOW = Instant.parse("2026-11-22T06:22:00Z");

  private static final Question QUESTION =
      new Question(
          "log", "vm1-rg", Optional.empty(), new NodeName("node1"), NOW, NOW, ZoneOffset.UTC);

  private static Course courseOf(List<String> lines, boolean unfinished) {
    lines.forEach(QUESTION::isTooOld);
    List<LogRecord> records = CommandLogParser.parse(lines, unfinished);
    assertTrue(records.size() <= lines.size() + 1, "no record comes out of nothing");
    return LoggedSwitch.of(records, QUESTION, pid -> Optional.of(NOW));
  }

  @Property
  void anyTextIsReadWithoutAFault(@ForAll List<String> lines, @ForAll boolean unfinished) {
    Course course = courseOf(lines, unfinished);
    assertEquals(Course.Unknown.class, course.getClass(), "random text names nothing");
  }

  @Property
  void anyTextBehindAStartIsReadWithoutAFault(
      @ForAll("commands") List<String> commands, @ForAll boolean unfinished) {
    Course course = courseOf(commands.stream().map(HEAD::concat).toList(), unfinished);
    assertTrue(course.toString().length() < 2000, "what comes from outside is cut short");
  }

  /** Words of the grammar in any order, and characters that mean something to a shell. */
  @Provide
  Arbitrary<List<String>> commands() {
    Arbitrary<String> known =
        Arbitraries.of(
            "clrg",
            "scswitch",
            "clnode",
            "switch",
            "evacuate",
            "-n",
            "-g",
            "-h",
            "-z",
            "-S",
            "-Z",
            "-",
            "--",
            "+",
            "node1",
            "node2",
            "vm1-rg",
            "node2:zone1",
            ":",
            ",",
            "\"",
            "'",
            "\\",
            "\"vm1-rg\"",
            "");
    Arbitrary<String> words = Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(4));
    return words.list().ofMaxSize(12).map(list -> String.join(" ", list)).list().ofMaxSize(5);
  }

  /** A record with one place changed: it names node2 still, or no node; never another one. */
  @Property
  void aDamagedRecordNeverNamesAnotherNode(@ForAll("damaged") String line) {
    Course course = courseOf(List.of(line), false);
    if (course instanceof Course.Towards towards) {
      String node = towards.nodes().get(0).value();
      boolean stands = line.contains(node);
      assertTrue(stands, () -> "made up: " + node + " from " + line);
    }
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, GOOD.length());
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            Arbitraries.of("", " ", "\"", "'", "\\", "\0", "-", "\n"),
            Arbitraries.strings().ofMaxLength(6));
    return Combinators.combine(places, places, inserted)
        .as(
            (one, other, text) ->
                GOOD.substring(0, Math.min(one, other))
                    + text
                    + GOOD.substring(Math.max(one, other)));
  }

  /** The record that was cut off while it was written is never taken for a whole one. */
  @Property
  void aRecordThatIsNotFinishedNamesNothing(@ForAll("beginnings") String line) {
    assertEquals(Course.Unknown.class, courseOf(List.of(line), true).getClass());
  }

  @Provide
  Arbitrary<String> beginnings() {
    return Arbitraries.integers().between(0, GOOD.length()).map(end -> GOOD.substring(0, end));
  }

  /** What a shell would be given comes back as it was, however it was quoted. */
  @Property
  void whatIsQuotedComesBack(@ForAll List<String> words) {
    String line =
        String.join(
            " ", words.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").toList());
    assertEquals(Optional.of(words), ShellWords.of(line));
  }

  @Property
  void whatIsInDoubleQuotesComesBack(@ForAll List<String> words) {
    String line =
        String.join(
            " ",
            words.stream()
                .map(word -> '"' + word.replaceAll("([\"\\\\$`])", "\\\\$1") + '"')
                .toList());
    assertEquals(Optional.of(words), ShellWords.of(line));
  }

  /**
   * A mebibyte of what might be read over and over again. The limit is far beyond what a slow
   * machine needs for reading it once, and far below what reading it a million times takes.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\"", "'", "\\", ",", "-n ", "vm1-rg ", "\"a\"", "\0", "0", "11/22/2026 "})
  @Timeout(60)
  void aHugeRecordIsReadOnce(String part) {
    String rest = part.repeat((1 << 20) / part.length());
    courseOf(List.of(HEAD + "clrg switch " + rest), false);
    courseOf(List.of(HEAD + rest), false);
    courseOf(List.of(rest), false);
    courseOf(List.of(rest), true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "", " ", "\"", GOOD, "11/22/2026 06:21:58 node1 100 root END 0"})
  @Timeout(60)
  void manyLinesAreReadOnce(String line) {
    List<String> lines = Collections.nCopies(10_000, line);
    List<LogRecord> records = CommandLogParser.parse(lines, false);
    assertTrue(records.size() <= lines.size());
    courseOf(lines, true);
  }

  @Test
  void theGoodRecordIsGood() {
    assertEquals(
        new Start(
            LocalDateTime.of(2026, 11, 22, 6, 21, 58),
            new LogRecord.Writer("node1", 100),
            List.of("clrg", "switch", "-n", "node2", "vm1-rg"),
            "clrg \"switch\" -n \"node2\" \"vm1-rg\""),
        CommandLogParser.parse(List.of(GOOD), false).get(0));
  }
}
