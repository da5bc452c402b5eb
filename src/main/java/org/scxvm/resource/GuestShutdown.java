package org.scxvm.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a domain whose guest has shut itself down. */
public enum GuestShutdown {
  /** It is started again. */
  RESTART("restart"),
  /** It stays off; the resource stays online without it. */
  STAY_OFF("stay-off");

  /** What the property accepts, for error messages. */
  public static final String ACCEPTED = "restart or stay-off";

  private final String word;

  GuestShutdown(String word) {
    this.word = word;
  }

  /** What a property value names, case ignored. */
  public static Optional<GuestShutdown> of(String value) {
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.word.equals(wanted)).findFirst();
  }

  /** The word of the property. */
  @Override
  public String toString() {
    return word;
  }
}
