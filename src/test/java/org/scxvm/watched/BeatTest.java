package org.scxvm.watched;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.hypervisor.ProcessIdentity;

class BeatTest {

  private static final Beat BEAT =
      new Beat(Duration.ofSeconds(16_234), new ProcessIdentity(4711, 81_234));

  @Test
  void whatIsWrittenIsRead() {
    assertEquals("scxvm-beat-1 16234 4711 81234\n", BEAT.text());
    assertEquals(Optional.of(BEAT), Beat.parse(BEAT.text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "scxvm-beat-2 1 2 3", "scxvm-beat-1 1 2", "scxvm-beat-1 1 2 x", "1 2 3 4"})
  void anythingElseIsNoBeat(String text) {
    assertEquals(Optional.empty(), Beat.parse(text));
  }

  @Test
  void itIsFreshForTwoBeats() {
    assertTrue(BEAT.isFresh(Duration.ofSeconds(16_244)));
    assertFalse(BEAT.isFresh(Duration.ofSeconds(16_245)));
  }
}
