package org.scxvm.migration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Options of {@code virsh migrate}, in the words of Migration_options. One that has no counterpart
 * stays as it is, and is refused there by its name.
 */
public record VirshWords(List<String> words) {

  private static final Map<String, String> SAME =
      Map.of(
          "--unsafe", "unsafe",
          "--tunnelled", "tunnelled",
          "--auto-converge", "auto-converge",
          "--compressed", "compression",
          "--parallel", "parallel",
          "--tls", "tls");

  private static final Map<String, String> WITH_VALUE =
      Map.of(
          "--bandwidth", "bandwidth",
          "--comp-methods", "compression-method",
          "--parallel-connections", "parallel");

  /** What is done anyway, or by a parameter of its own. */
  private static final Set<String> OF_COURSE =
      Set.of("--live", "--p2p", "--direct", "--persistent", "--undefinesource", "--verbose");

  private static final String MEMORY_URI = "--migrateuri";

  /** Those of one text, as a shell would split them. */
  public static VirshWords of(String text) {
    return new VirshWords(text.isBlank() ? List.of() : List.of(text.strip().split("\\s+")));
  }

  /** Where the memory goes, if that is among them. */
  public Optional<String> memoryUri() {
    Deque<String> left = split();
    while (!left.isEmpty()) {
      if (left.remove().equals(MEMORY_URI)) {
        return Optional.ofNullable(left.poll());
      }
    }
    return Optional.empty();
  }

  /** The options, each once. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    Deque<String> left = split();
    while (!left.isEmpty()) {
      String word = left.remove();
      if (WITH_VALUE.containsKey(word)) {
        String option = WITH_VALUE.get(word);
        options.remove(option); // parallel, and how many: one option of ours
        options.add(option + "=" + (left.isEmpty() ? "" : left.remove()));
      } else if (word.equals(MEMORY_URI)) {
        left.poll();
      } else if (SAME.containsKey(word)) {
        addOnce(options, SAME.get(word));
      } else if (!OF_COURSE.contains(word)) {
        options.add(word);
      }
    }
    return options;
  }

  /** A value may be a word of its own, or behind an equals sign. */
  private Deque<String> split() {
    Deque<String> split = new ArrayDeque<>();
    words.forEach(word -> split.addAll(List.of(word.split("=", 2))));
    return split;
  }

  /** However many connections: that they are parallel is said with their number. */
  private static void addOnce(List<String> options, String option) {
    if (options.stream().noneMatch(it -> it.startsWith(option + "="))) {
      options.add(option);
    }
  }
}
