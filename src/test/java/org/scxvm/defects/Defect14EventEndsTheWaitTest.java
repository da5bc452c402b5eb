package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.Scenario;

/**
 * Row 14: the seed polls every 5 s. The lifecycle event ends the wait at once; polling backs it up.
 */
class Defect14EventEndsTheWaitTest {

  private static String stop(String... given) {
    return Scenario.of("stop", String.join("\n", given)).play();
  }

  @Test
  void theEndOfTheGuestIsTheEndOfTheWait() {
    String story = stop("domain here = running", "shutdown takes here = 3.4 s");
    assertTrue(story.contains("   3.4 info     Domain vm1 has been gracefully shutdown"), story);
  }

  @Test
  void aLostEventIsMadeUpForWithinASecond() {
    String story =
        stop("domain here = running", "shutdown takes here = 3.4 s", "events here = lost");
    assertTrue(story.contains("   4.0 info     Domain vm1 has been gracefully shutdown"), story);
  }

  @Test
  void anEventThatComesBeforeTheWaitIsNotLost() {
    String story = stop("domain here = running", "shutdown takes here = 0 s");
    assertEquals(
        "   0.0 outcome  Down[graceful=true]", story.lines().reduce("", (before, line) -> line));
  }
}
