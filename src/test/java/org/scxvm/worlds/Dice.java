package org.scxvm.worlds;

import java.util.Random;

/** Decides by chance; the same seed decides the same. */
final class Dice implements Choices {

  private final Random random;
  private final double chance;

  /**
   * Throws from a seed.
   *
   * @param chance how often something unusual happens where it can
   */
  Dice(long seed, double chance) {
    this.random = new Random(seed);
    this.chance = chance;
  }

  @Override
  public int choose(Kind kind, int ways) {
    return random.nextDouble() < chance ? 1 + random.nextInt(ways - 1) : 0;
  }

  /** One of so many, each as likely. */
  int oneOf(int count) {
    return random.nextInt(count);
  }
}
