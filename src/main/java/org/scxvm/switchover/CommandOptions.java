package org.scxvm.switchover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options and operands of a command of the cluster. Options may stand before, between and
 * behind operands, several letters together, and a value with its letter or as the next word.
 */
final class CommandOptions {

  private final Map<Character, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private Optional<String> fault = Optional.empty();

  private CommandOptions() {}

  /**
   * Reads the words behind the command and its subcommand.
   *
   * @param flags the letters that stand alone
   * @param withValue the letters that have a value
   */
  static CommandOptions of(List<String> words, String flags, String withValue) {
    CommandOptions options = new CommandOptions();
    boolean onlyOperands = false;
    int at = 0;
    while (at < words.size()) {
      String word = words.get(at++);
      if (!onlyOperands && word.equals("--")) {
        onlyOperands = true;
      } else if (onlyOperands || word.length() < 2 || word.charAt(0) != '-') {
        options.operands.add(word);
      } else if (options.readLetters(word, flags, withValue)) {
        if (at == words.size()) {
          options.fault = Optional.of(word + " has no value");
        } else {
          options.add(word.charAt(word.length() - 1), words.get(at++));
        }
      }
    }
    return options;
  }

  /** Reads the letters of one word; whether the value of the last one is the next word. */
  private boolean readLetters(String word, String flags, String withValue) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (withValue.indexOf(letter) >= 0) {
        boolean isLast = i + 1 == word.length();
        if (!isLast) {
          add(letter, word.substring(i + 1));
        }
        return isLast;
      }
      if (flags.indexOf(letter) < 0) {
        fault = Optional.of("option " + word + " is not known");
        return false;
      }
      add(letter, "");
    }
    return false;
  }

  private void add(char letter, String value) {
    values.computeIfAbsent(letter, any -> new ArrayList<>()).add(value);
  }

  boolean has(char letter) {
    return values.containsKey(letter);
  }

  /** The elements of a list that is separated by commas; an option may be given several times. */
  List<String> list(char letter) {
    return values.getOrDefault(letter, List.of()).stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .toList();
  }

  List<String> operands() {
    return List.copyOf(operands);
  }

  /** What cannot be understood of them. */
  Optional<String> fault() {
    return fault;
  }
}
