package org.scxvm.scenario;

import java.util.Optional;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.NodeName;
import org.scxvm.stop.Foresight;
import org.scxvm.time.Deadline;

/** The look before a migration; it sees nothing that hinders one unless the story says so. */
final class FakeForesight implements Foresight {

  private Optional<String> hindrance = Optional.empty();

  /** Whether it knows the key. */
  boolean set(String key, String value) {
    if (key.equals("hindrance")) {
      hindrance = Optional.of(value);
      return true;
    }
    return false;
  }

  @Override
  public Optional<String> hindrance(NodeName target, MoveRequest move, Deadline deadline) {
    return hindrance;
  }
}
