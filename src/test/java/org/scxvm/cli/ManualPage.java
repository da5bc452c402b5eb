package org.scxvm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** A manual page as it is written, with the macros of man(7), which every system has. */
final class ManualPage {

  private final StringBuilder text = new StringBuilder();
  private boolean begins;

  /** Of the day of the release, as all that is built. */
  private static final String BUILT = dayOfRelease();

  ManualPage(String name, int section, String what) {
    text.append(".\\\" Written by ManualPagesTest; see there.\n");
    line(".TH " + name.toUpperCase(Locale.ROOT) + " " + section + " " + BUILT + " scxvm");
    section("NAME");
    line(escaped(name) + " \\- " + escaped(what));
  }

  ManualPage section(String title) {
    line(".SH " + title);
    begins = true;
    return this;
  }

  /** A paragraph. */
  ManualPage says(String words) {
    paragraph();
    return line(escaped(words));
  }

  /** A word with its explanation. */
  ManualPage entry(String word, String explanation) {
    line(".TP");
    line("\\fB" + escaped(word) + "\\fR");
    return line(escaped(explanation));
  }

  /** What comes until {@link #end} belongs to the entry before. */
  ManualPage within() {
    return line(".RS");
  }

  ManualPage end() {
    return line(".RE");
  }

  /** Lines as they would be typed. */
  ManualPage example(String... lines) {
    paragraph();
    line(".nf");
    for (String each : lines) {
      line("    " + escaped(each));
    }
    return line(".fi");
  }

  /** Name and section of other pages. */
  ManualPage seeAlso(String... pages) {
    section("SEE ALSO");
    for (int i = 0; i < pages.length; i++) {
      String[] page = pages[i].split("[()]", -1);
      line(".BR " + escaped(page[0]) + " (" + page[1] + (i < pages.length - 1 ? ")," : ")"));
    }
    return this;
  }

  /** The first of a section needs no sign. */
  private void paragraph() {
    if (!begins) {
      line(".PP");
    }
  }

  private ManualPage line(String line) {
    begins = false;
    text.append(line).append('\n');
    return this;
  }

  String page() {
    return text.toString();
  }

  private static String dayOfRelease() {
    try {
      return Pattern.compile("<project.build.outputTimestamp>(\\d{4}-\\d\\d-\\d\\d)T")
          .matcher(Files.readString(Path.of("pom.xml")))
          .results()
          .map(it -> it.group(1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A hyphen stays one, and no line of text is taken for a macro. */
  private static String escaped(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
