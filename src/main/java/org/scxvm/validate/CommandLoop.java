package org.scxvm.validate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.GroupScript;

/**
 * Finds the shortest way on which the commands of scripts lead from a package back to it. Pure.
 *
 * @param commanded the packages that each script commands
 */
record CommandLoop(Map<GroupScript, Set<String>> commanded) {

  /** One step of the way: a script, and the package that it commands. */
  record Step(GroupScript by, String to) {

    @Override
    public String toString() {
      return by.group() + " (" + by.path() + ") -> " + to;
    }
  }

  /** The steps from a package to itself; empty if there is no such way. */
  Optional<List<Step>> of(String start) {
    Map<String, List<Step>> ways = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty() && !ways.containsKey(start)) {
      String from = next.remove();
      for (Map.Entry<GroupScript, Set<String>> each : commanded.entrySet()) {
        if (each.getKey().group().equals(from)) {
          for (String to : each.getValue()) {
            if (!ways.containsKey(to)) {
              ways.put(to, longer(ways.getOrDefault(from, List.of()), new Step(each.getKey(), to)));
              next.add(to);
            }
          }
        }
      }
    }
    return Optional.ofNullable(ways.get(start));
  }

  private static List<Step> longer(List<Step> way, Step last) {
    List<Step> all = new ArrayList<>(way);
    all.add(last);
    return List.copyOf(all);
  }
}
