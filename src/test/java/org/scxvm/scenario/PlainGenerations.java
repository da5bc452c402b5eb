package org.scxvm.scenario;

import java.util.Map;
import java.util.Optional;
import org.scxvm.folder.Generations;

/** Numbered files in the map of a folder. */
record PlainGenerations(Map<String, String> files, String stem) implements Generations {

  private static final int KEPT = 2;

  @Override
  public Optional<Generation> newest() {
    return files.keySet().stream()
        .filter(name -> name.startsWith(stem + "."))
        .map(name -> Long.valueOf(name.substring(stem.length() + 1)))
        .max(Long::compare)
        .map(number -> new Generation(number, String.valueOf(files.get(stem + "." + number))));
  }

  @Override
  public boolean publish(Generation next) {
    if (files.putIfAbsent(stem + "." + next.number(), next.text()) != null) {
      return false;
    }
    if (newest().orElseThrow().number() > next.number()) {
      return false;
    }
    files.remove(stem + "." + (next.number() - KEPT));
    return true;
  }

  @Override
  public String pathOf(long number) {
    return "/shared/vm1/" + stem + "." + number;
  }
}
