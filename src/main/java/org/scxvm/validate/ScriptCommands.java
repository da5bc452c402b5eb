package org.scxvm.validate;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which packages a script has Serviceguard commands for, as far as it names them plainly: a name
 * that it puts together is not seen. Pure.
 *
 * @param own the package whose script it is
 * @param known the packages of the cluster
 */
record ScriptCommands(String own, Set<String> known) {

  private static final Set<String> COMMANDS = Set.of("cmmodpkg", "cmrunpkg", "cmhaltpkg");
  private static final Set<String> OWN_NAMES = Set.of("$SG_PACKAGE", "$SG_PACKAGE_NAME");

  /** The option that a node follows, which may have the name of a package. */
  private static final String NODE = "-n";

  /** The packages that a text commands. */
  Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    String joined = text.replace("\\\n", " ").replaceAll("\\$\\{(\\w+)\\}", "\\$$1");
    for (String line : joined.split("\n", -1)) {
      for (String command : line.replaceFirst("(^|\\s)#.*", "").split("[;|&]", -1)) {
        found.addAll(inCommand(command));
      }
    }
    return found;
  }

  private Set<String> inCommand(String command) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> words = new ArrayDeque<>(Arrays.asList(command.split("[\\s()`\"'{}<>=]+")));
    while (!words.isEmpty() && !isCommand(words.peek())) {
      words.remove();
    }
    while (!words.isEmpty()) {
      String word = words.remove();
      if (word.equals(NODE)) {
        words.poll();
      } else if (OWN_NAMES.contains(word)) {
        found.add(own);
      } else if (known.contains(word)) {
        found.add(word);
      }
    }
    return found;
  }

  private static boolean isCommand(String word) {
    return COMMANDS.contains(word.substring(word.lastIndexOf('/') + 1));
  }
}
