package org.scxvm.switchover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.LoggedSwitch.Question;

/** Local times against moments, and when processes are asked for. */
class LoggedSwitchTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<Long> asked = new ArrayList<>();

  private static Question question(String began, String now, ZoneId zone) {
    return new Question(
        "log",
        "vm1-rg",
        Optional.empty(),
        new NodeName("node1"),
        Instant.parse(began),
        Instant.parse(now),
        zone);
  }

  private Course switchAt(String stamp, String host, Question question) {
    String line = stamp + " " + host + " 100 root START - clrg switch -n node2 vm1-rg";
    List<LogRecord> records = CommandLogParser.parse(List.of(line), false);
    return LoggedSwitch.of(
        records,
        question,
        pid -> {
          asked.add(pid);
          return Optional.empty();
        });
  }

  private boolean counts(String stamp, String host, Question question) {
    return switchAt(stamp, host, question) instanceof Course.Towards;
  }

  /** 02:30 comes twice on that day: at 00:30 and at 01:30 of universal time. */
  @ParameterizedTest
  @CsvSource({
    "10/25/2026 02:30:00, 2026-10-25T00:30:02Z, true",
    "10/25/2026 02:30:00, 2026-10-25T01:30:02Z, true",
    "10/25/2026 02:30:00, 2026-10-25T01:00:02Z, false",
    "10/25/2026 02:59:58, 2026-10-25T01:00:01Z, true",
    "10/25/2026 02:00:00, 2026-10-25T01:00:01Z, true",
    "10/25/2026 01:59:58, 2026-10-25T00:00:01Z, true",
    "10/25/2026 01:59:58, 2026-10-25T01:00:01Z, false",
    "10/25/2026 02:59:58, 2026-10-25T02:00:01Z, true",
    "03/29/2026 01:59:58, 2026-03-29T01:00:01Z, true",
    "03/29/2026 03:00:00, 2026-03-29T01:00:01Z, true",
    "03/29/2026 02:30:00, 2026-03-29T01:30:02Z, true",
    "03/29/2026 02:30:00, 2026-03-29T00:30:02Z, false"
  })
  void theClockIsPutBackAndForward(String stamp, String now, boolean counts) {
    assertEquals(counts, counts(stamp, "node3", question(now, now, BERLIN)));
  }

  /** Fresh is counted from the beginning of the method, in whole seconds as the log has them. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T05:22:10.999Z, 2026-11-22T05:22:10.999Z, true",
    "2026-11-22T05:22:11Z,     2026-11-22T05:22:11Z,     false",
    "2026-11-22T05:22:10Z,     2026-11-22T05:25:00Z,     true",
    "2026-11-22T05:21:55Z,     2026-11-22T05:21:55Z,     true",
    "2026-11-22T05:21:54Z,     2026-11-22T05:21:54Z,     false",
    "2026-11-22T05:20:00Z,     2026-11-22T05:22:02Z,     true"
  })
  void aCommandCountsIfItBeganJustBeforeTheMethodOrSince(String began, String now, boolean counts) {
    assertEquals(counts, counts("11/22/2026 06:22:00", "node3", question(began, now, BERLIN)));
  }

  @Test
  void aProcessIsAskedForOnlyWhereItCanBeSeenAndOnlyIfItMatters() {
    String late = "2026-11-22T05:30:00Z";
    assertFalse(counts("11/22/2026 06:22:00", "node3", question(late, late, BERLIN)));
    String soon = "2026-11-22T05:22:01Z";
    assertTrue(counts("11/22/2026 06:22:00", "node1", question(soon, soon, BERLIN)));
    String nextWeek = "2026-11-29T05:22:01Z";
    assertFalse(counts("11/22/2026 06:22:00", "node1", question(nextWeek, nextWeek, BERLIN)));
    assertEquals(List.of(), asked);
    assertFalse(counts("11/22/2026 06:22:00", "node1", question(late, late, BERLIN)));
    assertEquals(List.of(100L), asked);
  }

  @Test
  void whatIsOlderThanADayIsNotRead() {
    String now = "2026-11-22T05:22:00Z";
    Question question = question(now, now, BERLIN);
    String rest = " node1 1 root END 0";
    assertTrue(question.isTooOld("11/21/2026 06:21:59" + rest));
    assertFalse(question.isTooOld("11/21/2026 06:22:00" + rest));
    assertFalse(question.isTooOld("11/21/2027 06:22:00" + rest));
    assertFalse(question.isTooOld("11/21/1999 is what an argument may begin with"));
    assertFalse(question.isTooOld(""));
  }

  @Test
  void whatIsShownOfALineIsShortAndHasNoControlCharacters() {
    String now = "2026-11-22T05:22:01Z";
    String line =
        "11/22/2026 06:22:00 node1 100 root START - clrg switch -n \"\u001b[31m"
            + "x".repeat(5000)
            + "\" vm1-rg";
    Course course =
        LoggedSwitch.of(
            CommandLogParser.parse(List.of(line), false),
            question(now, now, BERLIN),
            pid -> Optional.empty());
    String reason = assertInstanceOf(Course.Unknown.class, course).reason();
    assertTrue(reason.length() < 600, reason);
    assertTrue(reason.chars().noneMatch(Character::isISOControl), reason);
  }
}
