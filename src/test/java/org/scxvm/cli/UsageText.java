package org.scxvm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script says with {@code -h}: a line of usage, paragraphs, and options, two blanks before
 * each of them.
 */
record UsageText(String synopsis, List<String> paragraphs, Map<String, String> options) {

  private static final Pattern TEXT = Pattern.compile("usage='usage: ([^\n]*)\n([^']*)'");
  private static final Pattern OPTION = Pattern.compile("  (-.*?)  +(.*)");

  static UsageText of(String script) {
    Matcher text;
    try {
      text = TEXT.matcher(Files.readString(Path.of("packaging/util", script)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    if (!text.find()) {
      throw new AssertionError(script + " has no usage='usage: ...'");
    }
    List<String> paragraphs = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (String block : text.group(2).strip().split("\n\n", -1)) {
      if (block.startsWith("-")) {
        options(options, "  " + block);
      } else if (block.startsWith("  ")) {
        options(options, block);
      } else {
        paragraphs.add(block.replace('\n', ' '));
      }
    }
    return new UsageText(text.group(1), paragraphs, options);
  }

  /** A line that is indented further belongs to the option before. */
  private static void options(Map<String, String> options, String block) {
    String last = "";
    for (String line : block.split("\n", -1)) {
      Matcher option = OPTION.matcher(line);
      if (option.matches()) {
        last = option.group(1);
        options.put(last, option.group(2));
      } else {
        options.merge(last, line.strip(), (before, more) -> before + " " + more);
      }
    }
  }
}
