package org.scxvm.cli;

import java.util.Locale;

/** A manual page as it is written, with the macros of man(7), which every system has. */
final class ManualPage {

  private final StringBuilder text = new StringBuilder();
  private boolean begins;

  ManualPage(String name, int section, String date, String what) {
    text.append(".\\\" Written by ManualPagesTest; see there.\n");
    line(".TH " + name.toUpperCase(Locale.ROOT) + " " + section + " " + date + " scxvm");
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

  /** A hyphen stays one, and no line of text is taken for a macro. */
  private static String escaped(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
