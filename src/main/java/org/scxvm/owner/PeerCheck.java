package org.scxvm.owner;

import java.util.Locale;
import java.util.Optional;

/** What a Start concludes from another node that does not say whether it runs the domain. */
public enum PeerCheck {
  /** It is trusted not to, unless it is on record as one that may. */
  AUTO,
  /** Nothing: the domain is not started. */
  REQUIRE,
  /** The cluster starts a domain on one node only, so it does not. */
  TRUST_CLUSTER;

  public static final String ACCEPTED = "auto, require or trust-cluster";

  /** The value as it is set; case does not matter. */
  public static Optional<PeerCheck> of(String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "auto" -> Optional.of(AUTO);
      case "require" -> Optional.of(REQUIRE);
      case "trust-cluster" -> Optional.of(TRUST_CLUSTER);
      default -> Optional.empty();
    };
  }

  /**
   * Whether a silent node keeps the domain from being started.
   *
   * @param named it is on record as one that may run the domain, or the record cannot be read
   */
  public boolean refuses(boolean named) {
    return switch (this) {
      case AUTO -> named;
      case REQUIRE -> true;
      case TRUST_CLUSTER -> false;
    };
  }
}
