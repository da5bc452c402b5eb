package org.scxvm.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.scxvm.scenario.SimulatedTime;

/** A moment that is handed down, and what can be cut out of it. */
class DeadlineTest {

  private final SimulatedTime time = new SimulatedTime();

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void itCountsFromTheStartOfTheProcessOrFromNow() {
    time.sleep(seconds(10));
    assertEquals(seconds(20), Deadline.at(time, seconds(30)).remaining());
    assertEquals(seconds(30), Deadline.in(time, seconds(30)).remaining());
  }

  @Test
  void whatIsLeftIsNeverNegative() {
    Deadline deadline = Deadline.in(time, seconds(5));
    assertFalse(deadline.hasPassed());
    time.sleep(seconds(5));
    assertTrue(deadline.hasPassed());
    time.sleep(seconds(1));
    assertEquals(Duration.ZERO, deadline.remaining());
    assertEquals(Duration.ZERO, Deadline.at(time, seconds(-10)).remaining());
  }

  @Test
  void aSmallerWaitIsCutOutOfItAndNeverOutlivesIt() {
    Deadline deadline = Deadline.in(time, seconds(5));
    assertEquals(seconds(2), deadline.within(seconds(2)).remaining());
    assertSame(deadline, deadline.within(seconds(9)));
  }

  @Test
  void theEarlierOfTwoIsTaken() {
    Deadline soon = Deadline.in(time, seconds(1));
    Deadline late = Deadline.in(time, seconds(2));
    assertSame(soon, soon.earlier(late));
    assertSame(soon, late.earlier(soon));
    assertEquals(seconds(1), late.less(seconds(1)).remaining());
  }

  @Test
  void aPauseEndsWithTheDeadline() {
    Deadline deadline = Deadline.in(time, seconds(5));
    deadline.pause(seconds(3));
    assertEquals(seconds(3), time.sinceStart());
    deadline.pause(seconds(3));
    assertEquals(seconds(5), time.sinceStart());
    deadline.pause(seconds(3));
    assertEquals(seconds(5), time.sinceStart());
  }

  @Test
  void itReadsAsTheSecondAtWhichItEnds() {
    assertEquals("second 2.5", Deadline.at(time, Duration.ofMillis(2500)).toString());
  }
}
