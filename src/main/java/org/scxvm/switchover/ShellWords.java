package org.scxvm.switchover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a command line into words as a shell does: blanks, both kinds of quotes, backslashes.
 * Nothing is expanded. The end of a line counts as a blank.
 */
final class ShellWords {

  /** Inside double quotes a backslash protects only these. */
  private static final String PROTECTED = "\"\\$`";

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /** The words; empty if a quote is not closed, or nothing follows a backslash. */
  static Optional<List<String>> of(String text) {
    ShellWords split = new ShellWords(text);
    return split.read() ? Optional.of(List.copyOf(split.words)) : Optional.empty();
  }

  private boolean read() {
    boolean whole = true;
    while (whole && at < text.length()) {
      char next = text.charAt(at++);
      switch (next) {
        case ' ', '\t', '\r', '\n' -> endWord();
        case '\'' -> whole = readSingleQuoted();
        case '"' -> whole = readDoubleQuoted();
        case '\\' -> whole = readEscaped();
        default -> add(next);
      }
    }
    endWord();
    return whole;
  }

  private boolean readSingleQuoted() {
    inWord = true;
    int end = text.indexOf('\'', at);
    if (end < 0) {
      return false;
    }
    word.append(text, at, end);
    at = end + 1;
    return true;
  }

  private boolean readDoubleQuoted() {
    inWord = true;
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return true;
      }
      if (next == '\\' && at < text.length()) {
        readEscapedInQuotes();
      } else {
        word.append(next);
      }
    }
    return false;
  }

  private void readEscapedInQuotes() {
    char next = text.charAt(at++);
    if (next == '\n') {
      return; // the line goes on
    }
    if (PROTECTED.indexOf(next) < 0) {
      word.append('\\');
    }
    word.append(next);
  }

  private boolean readEscaped() {
    if (at == text.length()) {
      return false;
    }
    char next = text.charAt(at++);
    if (next != '\n') {
      add(next);
    }
    return true;
  }

  private void add(char next) {
    word.append(next);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
