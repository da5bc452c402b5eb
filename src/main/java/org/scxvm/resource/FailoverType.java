package org.scxvm.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a domain leaves a node when its group is switched. */
public enum FailoverType {
  /** Shut down here, started there. */
  NORMAL("normal", "", ""),
  /** Suspended, copied, resumed there. */
  MIGRATE("migrate", "migrate", "migrated"),
  /** Copied while it runs. */
  LIVE("migrate --live", "live migrate", "live migrated");

  /** What the property accepts, for error messages. */
  public static final String ACCEPTED = "normal, migrate, \"migrate --live\" (or live)";

  private final String property;
  private final String verb;
  private final String participle;

  FailoverType(String property, String verb, String participle) {
    this.property = property;
    this.verb = verb;
    this.participle = participle;
  }

  /** The type that a property value names, case ignored. */
  public static Optional<FailoverType> of(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    String wanted = word.equals("live") ? LIVE.property : word;
    return Arrays.stream(values()).filter(type -> type.property.equals(wanted)).findFirst();
  }

  public boolean migrates() {
    return this != NORMAL;
  }

  /** The value of the property. */
  public String property() {
    return property;
  }

  /** For messages: "failed to live migrate to". */
  public String verb() {
    return verb;
  }

  /** For messages: "is being live migrated to". */
  public String participle() {
    return participle;
  }
}
