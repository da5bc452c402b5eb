package org.scxvm.worlds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.scxvm.worlds.Explorer.Depth;
import org.scxvm.worlds.Explorer.Found;

/**
 * Plays the agent in every small world, up to a depth, and holds the laws against each.
 *
 * <p>{@code -Dworlds.mishaps=N} goes N mishaps deeper. A world that is named in a failure is played
 * again, with its trace, by {@code mvn test -Dtest=ReplayTest -Dworlds.replay=NAME}.
 */
@ExtendWith(RememberedXml.class)
class SmallWorldsTest {

  static final int MORE = Integer.getInteger("worlds.mishaps", 0);
  private static final double NANOS = 1e9;

  @Test
  void noLawIsBrokenByOneMethod() {
    explore(Tales.ofOneMethod(), new Methods(), new Depth(2 + MORE, 0));
  }

  @Test
  void noLawIsBrokenByAMigrationAndWhatFollows() {
    explore(List.of(Tales.named("move-start")), new Methods(), new Depth(2 + MORE, 0));
    explore(Tales.ofSeveral(), new Methods(), new Depth(1 + MORE, 0));
  }

  @Test
  void noLawIsBrokenByTwoAtOnce() {
    explore(Tales.ofTwoAtOnce(), new Methods(), new Depth(MORE, 2));
    explore(Tales.ofTwoAtOnce(), new Methods(), new Depth(1 + MORE, 1));
  }

  @Test
  void noLawIsBrokenWhereAnAnswerIsRequired() {
    Methods strict = new Methods(Methods.Setup.REQUIRE);
    explore(List.of(Tales.named("move-start-third")), strict, new Depth(1 + MORE, 0));
    explore(List.of(Tales.named("two-starts")), strict, new Depth(MORE, 2));
  }

  @Test
  void noLawIsBrokenByAPersonWhoPutsItRight() {
    explore(Tales.ofRecover(), new Methods(), new Depth(1 + MORE, 0));
    explore(
        List.of(Tales.named("move-settled"), Tales.named("move-recover-third")),
        new Methods(),
        new Depth(2 + MORE, 0));
  }

  @Test
  void noLawIsBrokenByWhatPacemakerCalls() {
    explore(PacemakerTales.all(), new Methods(), new Depth(1 + MORE, 0));
    explore(List.of(Tales.named("sent")), new Methods(), new Depth(2 + MORE, 0));
  }

  @Test
  void noLawIsBrokenWhereTheDomainIsToStay() {
    Methods staying = new Methods(Methods.Setup.STAY);
    explore(List.of(Tales.named("move")), staying, new Depth(2 + MORE, 0));
    explore(
        List.of(Tales.named("move-move-start"), Tales.named("move-stop-start")),
        staying,
        new Depth(1 + MORE, 0));
  }

  @Test
  @Tag("long")
  void noLawIsBrokenInDepth() {
    explore(Tales.ofOneMethod(), new Methods(), new Depth(3 + MORE, 0));
    explore(Tales.ofSeveral(), new Methods(), new Depth(2 + MORE, 0));
    explore(Tales.ofRecover(), new Methods(), new Depth(2 + MORE, 0));
    explore(PacemakerTales.all(), new Methods(), new Depth(2 + MORE, 0));
    explore(Tales.ofSeveral(), new Methods(Methods.Setup.STAY), new Depth(2 + MORE, 0));
    explore(Tales.ofTwoAtOnce(), new Methods(), new Depth(1 + MORE, 2));
  }

  static void explore(List<Tale> tales, Methods methods, Depth depth) {
    List<String> broken = new ArrayList<>();
    for (Tale tale : tales) {
      long began = System.nanoTime();
      Explorer explorer = new Explorer(tale, methods).explore(depth);
      System.out.printf(
          "small worlds: %-22s %7d worlds, %d mishaps, %d switches, %.1f s%n",
          tale.name(),
          explorer.worlds(),
          depth.mishaps(),
          depth.switches(),
          (System.nanoTime() - began) / NANOS);
      assertTrue(explorer.worlds() > 1, "nothing can happen in " + tale.name());
      for (Map.Entry<String, Found> each : explorer.found().entrySet()) {
        Found found = each.getValue();
        broken.add(found.count() + " x " + each.getKey() + "\n" + found.world());
        broken.add(String.join("\n", Tales.trace(methods, found.world())));
      }
    }
    assertEquals("", String.join("\n\n", broken), "laws are broken");
  }
}
