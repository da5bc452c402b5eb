package org.scxvm.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock of this machine; nothing here depends on how fast it runs. */
class SystemTimeTest {

  @Test
  void itNeverGoesBackAndBeganBeforeItWasMade() {
    SystemTime time = new SystemTime();
    Duration first = time.sinceStart();
    assertFalse(first.isNegative());
    assertTrue(time.sinceStart().compareTo(first) >= 0);
  }

  @Test
  void aPauseThatIsOverTakesNoTimeAndAnInterruptedOneKeepsTheFlag() {
    SystemTime time = new SystemTime();
    time.sleep(Duration.ZERO);
    time.sleep(Duration.ofSeconds(-5));
    Thread.currentThread().interrupt();
    time.sleep(Duration.ofHours(1));
    assertTrue(Thread.interrupted());
  }

  @Test
  void itSleepsAtLeastAsLongAsWanted() {
    SystemTime time = new SystemTime();
    Duration before = time.sinceStart();
    time.sleep(Duration.ofMillis(3).plusNanos(5));
    assertTrue(time.sinceStart().minus(before).compareTo(Duration.ofMillis(3)) >= 0);
  }

  @Test
  void theWallClockIsForPeople() {
    assertTrue(new SystemTime().wallClock().isAfter(Instant.parse("2020-01-01T00:00:00Z")));
  }
}
