package org.scxvm.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scxvm.config.Switch;

/** Values that VirtualDomain takes in another way than this agent would. */
record Values(Primitive primitive) {

  /** Writes them as they are meant; one line for each. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    forceStop(changes);
    shutdownMode(changes);
    return changes;
  }

  private void forceStop(List<String> changes) {
    Optional<String> value = parameter("force_stop");
    if (value.isPresent() && Switch.of(value.get()).isEmpty()) {
      String meant = Switch.isTrueForResourceAgents(value.get()) ? "true" : "false";
      primitive.set("force_stop", meant);
      changes.add("force_stop=" + meant + ", was " + value.get());
    }
  }

  /** VirtualDomain 4.12 looks for it under another name, so it has never counted. */
  private void shutdownMode(List<String> changes) {
    Optional<String> value = parameter("shutdown_mode");
    if (value.isEmpty()) {
      return;
    }
    if (value.get().equals("acpi") || value.get().equals("agent")) {
      changes.add("shutdown_mode=" + value.get() + " counts from now on");
    } else {
      primitive.remove("shutdown_mode");
      changes.add("without shutdown_mode, was " + value.get() + ": acpi and agent, in turn");
    }
  }

  private Optional<String> parameter(String name) {
    return primitive.parameter(name).map(it -> it.strip().toLowerCase(Locale.ROOT));
  }
}
