package org.scxvm.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Long tales by chance, far beyond the depth that can be played out. The seed is printed; {@code
 * -Dworlds.seed=N} begins there, {@code -Dworlds.random=N} plays so many.
 */
@ExtendWith(RememberedXml.class)
class RandomWorldsTest {

  private static final long SEED = Long.getLong("worlds.seed", 20_261_122L);
  private static final int COUNT = Integer.getInteger("worlds.random", 4_000);
  private static final int COUNT_LONG = Integer.getInteger("worlds.random", 100_000);
  private static final double NANOS = 1e9;

  @Test
  void noLawIsBrokenByChance() {
    play(LongStream.range(SEED, SEED + COUNT), SEED, COUNT);
  }

  /** Other worlds each day. */
  @Test
  @Tag("long")
  void noLawIsBrokenByChanceInManyWorlds() {
    long seed = Long.getLong("worlds.seed", System.currentTimeMillis());
    play(LongStream.range(seed, seed + COUNT_LONG), seed, COUNT_LONG);
  }

  private static void play(LongStream seeds, long seed, int count) {
    long began = System.nanoTime();
    List<Map.Entry<String, Long>> broken =
        seeds
            .parallel()
            .boxed()
            .flatMap(each -> law(each).stream().map(law -> Map.entry(law, each)))
            .toList();
    System.out.printf(
        "small worlds: %d random ones from seed %d, %.1f s%n",
        count, seed, (System.nanoTime() - began) / NANOS);
    Map<String, Long> first = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Map.Entry<String, Long> each : broken) {
      first.merge(each.getKey(), each.getValue(), Math::min);
      counts.merge(each.getKey(), 1, Integer::sum);
    }
    StringBuilder text = new StringBuilder();
    first.forEach(
        (law, each) ->
            text.append(counts.get(law))
                .append(" x ")
                .append(law)
                .append("\nrandom:")
                .append(each)
                .append('\n'));
    assertEquals("", text.toString(), "laws are broken; see ReplayTest");
  }

  private static List<String> law(long seed) {
    try {
      RandomTale.of(seed).play(new Methods(), RandomTale.mishaps(seed), false);
      return List.of();
    } catch (Tale.Broken e) {
      return List.of(String.valueOf(e.getMessage()).replaceAll("[0-9]+", "#"));
    }
  }
}
