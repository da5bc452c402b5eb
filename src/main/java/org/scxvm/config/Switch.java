package org.scxvm.config;

import java.util.Locale;
import java.util.Optional;

/** Words that switch something on or off. */
public final class Switch {

  private Switch() {}

  /** What a word of this agent's settings means; empty if it is none of them. */
  public static Optional<Boolean> of(String word) {
    return switch (lower(word)) {
      case "true", "yes", "on", "1" -> Optional.of(true);
      case "false", "no", "off", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether the shell functions of resource-agents take it for true; all else is false to them. */
  public static boolean isTrueForResourceAgents(String word) {
    return of(word).orElse(lower(word).equals("ja"));
  }

  private static String lower(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
