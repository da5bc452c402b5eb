package org.scxvm.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scxvm.config.MigrationOptions;
import org.scxvm.config.SettingException;
import org.scxvm.config.Switch;
import org.scxvm.migration.VirshWords;

/** Why a resource cannot be converted: parameters that this agent has nothing for. */
record Refusals(Primitive primitive) {

  /** They change what a domain boots with, or where its memory goes. */
  private static final Set<String> NOT_OFFERED = Set.of("snapshot", "backingfile", "copyindirs");

  private static final Set<String> NOT_OFFERED_IF_TRUE =
      Set.of("stateless", "start_resources", "save_config_on_stop", "sync_config_on_stop");

  List<String> all() {
    List<String> refusals = new ArrayList<>();
    for (String name : NOT_OFFERED) {
      primitive
          .parameter(name)
          .filter(value -> !value.isBlank())
          .ifPresent(value -> refusals.add(name + "=" + value + " is not offered"));
    }
    for (String name : NOT_OFFERED_IF_TRUE) {
      primitive
          .parameter(name)
          .filter(value -> !value.isBlank() && Switch.of(value).orElse(true))
          .ifPresent(value -> refusals.add(name + "=" + value + " is not offered"));
    }
    if (primitive.sets().isEmpty()) {
      refusals.add("it has no instance_attributes of its own");
    }
    addWordsOfVirsh(refusals);
    return refusals;
  }

  private void addWordsOfVirsh(List<String> refusals) {
    String words = primitive.parameter("migrate_options").orElse("");
    try {
      MigrationOptions.of(String.join(",", VirshWords.of(words).options()));
    } catch (SettingException e) {
      refusals.add("migrate_options=" + words + ": " + e.getMessage());
    }
  }
}
