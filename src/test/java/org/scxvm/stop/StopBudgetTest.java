package org.scxvm.stop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;

/** How Stop_timeout is shared out. */
class StopBudgetTest {

  private static StopBudget budget(Duration timeout, Duration usable) {
    return StopBudget.of(new MethodLimit(new SimulatedTime(), timeout, usable));
  }

  private static List<Duration> shares(StopBudget budget) {
    return List.of(
        budget.migration().remaining(),
        budget.truth().remaining(),
        budget.graceful().remaining(),
        budget.answer().remaining());
  }

  /** Timeout, then in seconds: 25 %, 40 %, 70 % or 40 s before the end, 2 s before the end. */
  @ParameterizedTest
  @CsvSource({
    "300,  75, 120, 210, 298",
    "1000, 250, 400, 700, 998",
    "120,  30,  48,  80, 118",
    "100,  25,  40,  60,  98",
    "60,   15,  24,  20,  58"
  })
  void theSharesOfATimeout(long timeout, long migration, long truth, long graceful, long answer) {
    Duration all = Duration.ofSeconds(timeout);
    assertEquals(
        List.of(
            Duration.ofSeconds(migration),
            Duration.ofSeconds(truth),
            Duration.ofSeconds(graceful),
            Duration.ofSeconds(answer)),
        shares(budget(all, all)));
  }

  /** Timeout, when the asking begins, when it ends: a quarter later, 15 s before the end. */
  @ParameterizedTest
  @CsvSource({
    "40,  10, 20",
    "40,  20, 23",
    "40,  30, 30",
    "60,  15, 30",
    "60,  24, 39",
    "100, 25, 60",
    "100, 40, 65",
    "300, 75, 210"
  })
  void howeverLateTheAskingBeginsTheGuestHasItsLeast(long timeout, long begin, long end) {
    SimulatedTime time = new SimulatedTime();
    Duration all = Duration.ofSeconds(timeout);
    StopBudget budget = StopBudget.of(new MethodLimit(time, all, all));
    time.sleep(Duration.ofSeconds(begin));
    assertEquals(Duration.ofSeconds(end - begin), budget.asking().remaining());
  }

  /**
   * Timeout, when the asking begins, when it ends: 20 s later, or what the usual one has at least.
   */
  @ParameterizedTest
  @CsvSource({"300, 0, 20", "300, 75, 95", "60, 0, 15", "40, 30, 30", "100, 90, 90"})
  void afterAFailureTheGuestHasAMoment(long timeout, long begin, long end) {
    SimulatedTime time = new SimulatedTime();
    Duration all = Duration.ofSeconds(timeout);
    MethodLimit limit = new MethodLimit(time, all, all);
    StopBudget budget = StopBudget.ofFailure(limit);
    assertEquals(StopBudget.of(limit).answer().remaining(), budget.answer().remaining());
    time.sleep(Duration.ofSeconds(begin));
    assertEquals(Duration.ofSeconds(end - begin), budget.asking().remaining());
  }

  /** SUNW.gds ends its stop command after 80 %; the shares are still those of the whole. */
  @ParameterizedTest
  @CsvSource({"300, 75, 120, 200, 238", "1000, 250, 400, 700, 798", "100, 25, 40, 40, 78"})
  void theSharesOfAGenericDataService(
      long timeout, long migration, long truth, long graceful, long answer) {
    Duration all = Duration.ofSeconds(timeout);
    assertEquals(
        List.of(
            Duration.ofSeconds(migration),
            Duration.ofSeconds(truth),
            Duration.ofSeconds(graceful),
            Duration.ofSeconds(answer)),
        shares(budget(all, all.multipliedBy(80).dividedBy(100))));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 400, 1000, 2000, 8000, 39_999, 40_000, 41_000, 57_000})
  void noShareOfATinyTimeoutIsNegativeOrEndsAfterTheAnswer(long millis) {
    for (int percent : new int[] {80, 100}) {
      Duration timeout = Duration.ofMillis(millis);
      StopBudget budget = budget(timeout, timeout.multipliedBy(percent).dividedBy(100));
      Duration answer = budget.answer().remaining();
      for (Duration share : shares(budget)) {
        assertFalse(share.isNegative());
        assertTrue(share.compareTo(answer) <= 0, share + " is after the answer at " + answer);
      }
      assertTrue(answer.compareTo(timeout) <= 0, "the answer comes within the timeout");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 8, 39, 40, 60, 300, 3600})
  void aShareThatIsOverStaysOver(long seconds) {
    SimulatedTime time = new SimulatedTime();
    Duration timeout = Duration.ofSeconds(seconds);
    StopBudget budget = StopBudget.of(new MethodLimit(time, timeout, timeout));
    time.sleep(timeout.plusSeconds(1));
    for (Deadline share :
        List.of(budget.migration(), budget.truth(), budget.graceful(), budget.answer())) {
      assertTrue(share.hasPassed());
      assertEquals(Duration.ZERO, share.remaining());
    }
  }
}
