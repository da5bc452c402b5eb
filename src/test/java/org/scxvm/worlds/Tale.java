package org.scxvm.worlds;

import java.util.function.Consumer;

/**
 * Which methods are called, in which order.
 *
 * @param name how it is called in a replay
 * @param beginning the world at its beginning
 * @param play calls them
 */
record Tale(String name, SmallWorld beginning, Consumer<Stage> play) {

  /**
   * Plays it in one world.
   *
   * @throws Violation a law was broken
   */
  SmallWorld play(Methods methods, Choices choices, boolean traced) {
    SmallWorld world = beginning.copied(choices, traced);
    Stage stage = new Stage(world, methods);
    try {
      play.accept(stage);
      new Ending(world, stage).play();
    } catch (Violation e) {
      world.say("VIOLATION " + e.getMessage());
      throw new Broken(e, world);
    }
    return world;
  }

  /** A violation, and the world it was seen in. */
  static final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Violation violation;
    private final transient SmallWorld world;

    Broken(Violation violation, SmallWorld world) {
      super(violation.getMessage(), violation);
      this.violation = violation;
      this.world = world;
    }

    Violation violation() {
      return violation;
    }

    SmallWorld world() {
      return world;
    }
  }
}
