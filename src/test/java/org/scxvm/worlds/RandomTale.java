package org.scxvm.worlds;

/** A long tale by chance: methods on any node, in any order, and much that goes wrong. */
final class RandomTale {

  private static final int METHODS_MIN = 3;
  private static final int METHODS_MAX = 10;
  private static final double[] CHANCES = {0.01, 0.03, 0.08};

  private RandomTale() {}

  /**
   * The tale and all that happens in it come from the seed. In every other one nobody interferes by
   * hand.
   */
  static Tale of(long seed) {
    Dice dice = new Dice(seed, 0);
    int nodes = 2 + dice.oneOf(2);
    SmallWorld beginning =
        switch (dice.oneOf(4)) {
          case 0 -> dice.oneOf(2) == 0 ? Tales.off(nodes) : Tales.autostarting(nodes);
          case 1 -> Tales.paused(nodes);
          default -> Tales.running(nodes);
        };
    if (Math.floorMod(seed, 2L) == 0) {
      beginning.leaveToTheCluster();
    }
    return new Tale(
        "random:" + seed,
        beginning,
        stage -> {
          int methods = METHODS_MIN + dice.oneOf(METHODS_MAX - METHODS_MIN + 1);
          for (int i = 0; i < methods; i++) {
            next(stage, dice, nodes);
          }
        });
  }

  private static void next(Stage stage, Dice dice, int nodes) {
    int node = dice.oneOf(nodes);
    int other = (node + 1 + dice.oneOf(nodes - 1)) % nodes;
    switch (dice.oneOf(17)) {
      case 0, 1, 2 -> stage.stop(node, other);
      case 3, 4 -> stage.stop(node);
      case 5 -> stage.stopAndStartTogether(node, other);
      case 6 -> stage.startTogether(node, other);
      case 7 -> stage.recover(node);
      case 8 -> stage.recoverByWord(node);
      case 9 -> stage.recoverAndStartTogether(node, other);
      case 10 -> stage.stopAndRecoverTogether(node, other);
      case 11 -> stage.migrateTo(node, other);
      case 12, 13 -> {
        stage.migrateTo(node, other);
        stage.migrateFrom(other);
      }
      default -> stage.start(node);
    }
  }

  /** What goes wrong in it. */
  static Choices mishaps(long seed) {
    return new Dice(~seed, CHANCES[(int) Math.floorMod(seed, (long) CHANCES.length)]);
  }
}
