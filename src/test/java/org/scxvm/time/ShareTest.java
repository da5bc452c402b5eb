package org.scxvm.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  @ParameterizedTest
  @CsvSource({
    "PT10S,   4, PT2.5S",
    "PT1S,    3, PT0.333333333S",
    "PT0S,    5, PT0S",
    "PT-10S,  4, PT-2.5S",
    "PT48H,   2, PT24H"
  })
  void onePartOfSome(Duration whole, int parts, Duration part) {
    assertEquals(part, Share.of(whole, parts));
  }

  @ParameterizedTest
  @CsvSource({"PT60S, 80, PT48S", "PT48H, 100, PT48H", "PT1S, 1, PT0.01S", "PT0S, 25, PT0S"})
  void someOfAHundredParts(Duration whole, int percent, Duration part) {
    assertEquals(part, Share.percent(whole, percent));
  }
}
