package org.scxvm.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a domain whose migration was tried and failed, while it still runs here. */
public enum MigrationFailure {
  /** It is shut down, so that it can start where its group goes. */
  SHUTDOWN,
  /** It runs on here, and the Stop fails. */
  STAY;

  /** What the property accepts, for error messages. */
  public static final String ACCEPTED = "shutdown or stay";

  /** What a property value names, case ignored. */
  public static Optional<MigrationFailure> of(String value) {
    String word = value.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
  }
}
