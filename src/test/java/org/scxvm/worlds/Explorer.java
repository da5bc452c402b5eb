package org.scxvm.worlds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays a tale in every world that differs from the usual one at no more than so many points. Each
 * world is played from its beginning, and each exactly once.
 */
final class Explorer {

  /**
   * How far it goes.
   *
   * @param mishaps at most so many things go wrong in one world
   * @param switches at most so often one of two methods is switched off for the other
   */
  record Depth(int mishaps, int switches) {
    boolean allows(Choices.Kind kind) {
      return (kind == Choices.Kind.MISHAP ? mishaps : switches) > 0;
    }

    Depth less(Choices.Kind kind) {
      return kind == Choices.Kind.MISHAP
          ? new Depth(mishaps - 1, switches)
          : new Depth(mishaps, switches - 1);
    }
  }

  /**
   * Worlds in which a law was broken in the same words.
   *
   * @param world the plainest of them
   * @param count how many there are
   */
  record Found(String world, String law, int count) {
    int points() {
      return world.split(",").length;
    }

    Found and(Found other) {
      return new Found(
          other.points() < points() ? other.world() : world, law, count + other.count());
    }
  }

  private final Tale tale;
  private final Methods methods;
  private final Map<String, Found> found = new TreeMap<>();
  private long worlds;

  Explorer(Tale tale, Methods methods) {
    this.tale = tale;
    this.methods = methods;
  }

  /** All of them; those that leave the usual one at different points are played side by side. */
  Explorer explore(Depth depth) {
    Script usual = Script.usual();
    play(usual);
    next(usual, depth).parallelStream()
        .map(
            each -> {
              Explorer part = new Explorer(tale, methods);
              part.explore(each.script(), each.left());
              return part;
            })
        .forEachOrdered(this::add);
    return this;
  }

  /** Fewer mishaps first, until that law is seen broken. */
  Optional<Found> seek(String law, Depth depth) {
    for (int mishaps = 0; mishaps <= depth.mishaps(); mishaps++) {
      for (int switches = 0; switches <= depth.switches(); switches++) {
        seek(Script.usual(), new Depth(mishaps, switches), law);
        if (found(law).isPresent()) {
          return found(law);
        }
      }
    }
    return Optional.empty();
  }

  private void seek(Script script, Depth left, String law) {
    play(script);
    for (Next each : next(script, left)) {
      if (found(law).isEmpty()) {
        seek(each.script(), each.left(), law);
      }
    }
  }

  private void explore(Script script, Depth left) {
    play(script);
    next(script, left).forEach(each -> explore(each.script(), each.left()));
  }

  /** A world that has one point more than another. */
  private record Next(Script script, Depth left) {}

  private static List<Next> next(Script script, Depth left) {
    List<Next> all = new ArrayList<>();
    for (int point = script.free(); point < script.length(); point++) {
      Choices.Kind kind = script.kindAt(point);
      if (left.allows(kind)) {
        Depth rest = left.less(kind);
        for (int way = 1; way < script.waysAt(point); way++) {
          all.add(new Next(script.with(point, way), rest));
        }
      }
    }
    return all;
  }

  private void play(Script script) {
    worlds++;
    try {
      tale.play(methods, script, false);
    } catch (Tale.Broken e) {
      note(tale.name() + methods.setup().suffix() + ":" + script, e.violation());
    }
    if (!script.isPlayedOut()) {
      throw new IllegalStateException("not the same world again: " + script);
    }
  }

  private void add(Explorer other) {
    worlds += other.worlds;
    other.found.forEach((key, each) -> found.merge(key, each, Found::and));
  }

  private void note(String world, Violation violation) {
    String key = String.valueOf(violation.getMessage()).replaceAll("[0-9]+", "#");
    found.merge(key, new Found(world, violation.law(), 1), Found::and);
  }

  long worlds() {
    return worlds;
  }

  /** The plainest world for each way in which a law was broken. */
  Map<String, Found> found() {
    return found;
  }

  /** The plainest world in which that law was broken. */
  Optional<Found> found(String law) {
    return found.values().stream()
        .filter(each -> each.law().startsWith(law))
        .min(Comparator.comparingInt(Found::points));
  }
}
