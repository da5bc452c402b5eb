package org.scxvm.recover;

import java.time.Duration;
import org.scxvm.hypervisor.Activity;
import org.scxvm.migration.Side;
import org.scxvm.settle.Place;

/** What one node says of the domain. */
record Found(Place place, Side side) {

  /** One that is silent that long is silent. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  boolean isActive() {
    return side instanceof Side.Active;
  }

  boolean waits() {
    return side.doing().filter(Activity::isWaiting).isPresent();
  }

  boolean isOpen() {
    return side instanceof Side.Open;
  }

  @Override
  public String toString() {
    return "node " + place.node() + ": " + side;
  }
}
