package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WhereaboutsTest {

  @Test
  void theNearestCallsAreNamedOnOneLine() {
    String words = new Whereabouts(thrown(20)).toString();
    assertTrue(
        words.matches("at WhereaboutsTest[.]thrown:\\d+( < WhereaboutsTest[.]thrown:\\d+){7}"),
        words);
  }

  @Test
  void theFirstOfAChainOfErrorsIsTheOneToLookAt() {
    Throwable first = thrown(0);
    Throwable last = new IllegalStateException(new IllegalArgumentException(first));
    assertEquals(new Whereabouts(first).toString(), new Whereabouts(last).toString());
  }

  @Test
  void anErrorThatKnowsNoPlaceIsNoErrorOfItsOwn() {
    Throwable bare = new IllegalStateException();
    bare.setStackTrace(new StackTraceElement[0]);
    assertEquals("at an unknown place", new Whereabouts(bare).toString());
  }

  private static Throwable thrown(int depth) {
    return depth == 0 ? new IllegalStateException("a disk of cheese") : thrown(depth - 1);
  }
}
