package org.scxvm.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.scenario.SimulatedTime;

/** The end of a method and the parts of its time. */
class MethodLimitTest {

  private final SimulatedTime time = new SimulatedTime();

  private MethodLimit limit(long timeoutMillis, long usableMillis) {
    return new MethodLimit(time, Duration.ofMillis(timeoutMillis), Duration.ofMillis(usableMillis));
  }

  @ParameterizedTest
  @CsvSource({
    "300000, 298000",
    "60000,   58000",
    "8000,     6000",
    "4000,     3000",
    "1000,      750",
    "0,           0"
  })
  void theAnswerComesTwoSecondsOrAQuarterBeforeTheEnd(long usable, long answer) {
    assertEquals(Duration.ofMillis(answer), limit(usable, usable).answer().remaining());
  }

  @Test
  void aShareIsOneOfTheWholeTimeoutButNeverAfterTheAnswer() {
    MethodLimit limit = limit(100_000, 80_000);
    assertEquals(Duration.ofSeconds(70), limit.share(70).remaining());
    assertEquals(Duration.ofSeconds(78), limit.share(90).remaining());
  }

  @Test
  void beforeTheEndMeansTheUsableEnd() {
    assertEquals(
        Duration.ofSeconds(40),
        limit(100_000, 80_000).beforeEnd(Duration.ofSeconds(40)).remaining());
  }

  @Test
  void theClockRunsFromTheStartOfTheProcess() {
    time.sleep(Duration.ofSeconds(3));
    assertEquals(Duration.ofSeconds(55), limit(60_000, 60_000).answer().remaining());
  }

  @Test
  void aLimitThatIsOverGivesDeadlinesThatHavePassed() {
    time.sleep(Duration.ofSeconds(60));
    MethodLimit limit = limit(60_000, 60_000);
    assertTrue(limit.answer().hasPassed());
    assertTrue(limit.share(100).hasPassed());
  }
}
