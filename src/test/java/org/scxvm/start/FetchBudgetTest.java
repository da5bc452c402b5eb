package org.scxvm.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.MethodLimit;

/** How Start_timeout is shared out when the domain is fetched. */
class FetchBudgetTest {

  /** Timeout and what of it may be used, then in milliseconds: 60 %, 70 %, 85 %, never the end. */
  @ParameterizedTest
  @CsvSource({
    "300, 300, 180000, 210000, 255000",
    "30,  30,  18000,  21000,  25500",
    "300, 240, 180000, 210000, 238000",
    "10,  10,  6000,   7000,   8000"
  })
  void theSharesOfATimeout(long timeout, long usable, long migration, long cancelled, long truth) {
    FetchBudget budget =
        FetchBudget.of(
            new MethodLimit(
                new SimulatedTime(), Duration.ofSeconds(timeout), Duration.ofSeconds(usable)));
    assertEquals(
        List.of(migration, cancelled, truth),
        List.of(
            budget.migration().remaining().toMillis(),
            budget.cancelled().remaining().toMillis(),
            budget.truth().remaining().toMillis()));
  }
}
