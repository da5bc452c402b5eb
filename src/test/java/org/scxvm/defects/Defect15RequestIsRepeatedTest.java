package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.Scenario;

/** Row 15: the seed asks once; a guest that is booting does not hear it. */
class Defect15RequestIsRepeatedTest {

  private static long requests(String story) {
    return story.lines().filter(line -> line.contains("(power button)")).count();
  }

  @Test
  void aGuestThatWasBootingHearsALaterRequest() {
    String story = Scenario.of("stop", "domain here = running\ndeaf until here = 8 s\n").play();
    assertTrue(story.contains("Domain vm1 has been gracefully shutdown"), story);
    assertEquals(2, requests(story));
  }

  @Test
  void aGuestThatBootsForALongTimeHearsItInTheEnd() {
    String story = Scenario.of("stop", "domain here = running\ndeaf until here = 100 s\n").play();
    assertTrue(story.contains("Domain vm1 has been gracefully shutdown"), story);
  }
}
