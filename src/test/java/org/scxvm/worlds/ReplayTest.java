package org.scxvm.worlds;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Plays one world again and prints its trace: {@code -Dworlds.replay=move-start:12=3}. */
class ReplayTest {

  @Test
  @EnabledIfSystemProperty(named = "worlds.replay", matches = ".+")
  void replay() {
    String world = System.getProperty("worlds.replay", "");
    System.out.println(String.join("\n", Tales.trace(new Methods(Methods.Setup.of(world)), world)));
  }
}
