package org.scxvm.cli;

import java.util.Locale;
import java.util.regex.Pattern;
import org.scxvm.architecture.Pom;

/**
 * A manual page as it is written: with the macros of man(7), which every system has, and as
 * Markdown, for the site.
 */
final class ManualPage {

  /** Of the day of the release, as all that is built. */
  private static final String BUILT = Pom.day();

  private static final Pattern TYPED =
      Pattern.compile("(?<!\\S)(?:--?[a-zA-Z][\\w-]*|[a-z+]+://[%\\w/.:]*[%\\w/])");

  private final String name;
  private final int number;
  private final String what;
  private final StringBuilder roff = new StringBuilder();
  private final StringBuilder markdown = new StringBuilder();
  private boolean begins;
  private String indent = "";

  ManualPage(String name, int number, String what) {
    this.name = name;
    this.number = number;
    this.what = what;
    roff(".\\\" Written by ManualPagesTest; see there.");
    roff(".TH " + name.toUpperCase(Locale.ROOT) + " " + number + " " + BUILT + " scxvm");
    roff(".SH NAME");
    roff(escaped(name) + " \\- " + escaped(what));
    markdown("<!-- Written by ManualPagesTest; see there. -->\n");
    markdown("# " + name + "(" + number + ")\n\n" + marked(name + " - " + what));
  }

  ManualPage section(String title) {
    roff(".SH " + title);
    markdown("\n## " + title + "\n");
    begins = true;
    return this;
  }

  /** A paragraph. */
  ManualPage says(String words) {
    paragraph();
    markdown(marked(words));
    return roff(escaped(words));
  }

  /** A word with its explanation. */
  ManualPage entry(String word, String explanation) {
    markdown(indent + "- `" + word + "`: " + marked(explanation));
    roff(".TP");
    roff("\\fB" + escaped(word) + "\\fR");
    return roff(escaped(explanation));
  }

  /** What comes until {@link #end} belongs to the entry before. */
  ManualPage within() {
    indent = "  ";
    return roff(".RS");
  }

  ManualPage end() {
    indent = "";
    return roff(".RE");
  }

  /** Lines as they would be typed. */
  ManualPage example(String... lines) {
    paragraph();
    roff(".nf");
    for (String each : lines) {
      markdown("    " + each);
      roff("    " + escaped(each));
    }
    return roff(".fi");
  }

  /** Name and section of other pages. */
  ManualPage seeAlso(String... pages) {
    section("SEE ALSO");
    for (int i = 0; i < pages.length; i++) {
      String[] page = pages[i].split("[()]", -1);
      markdown("- [" + pages[i] + "](" + page[0] + "." + page[1] + ".html)");
      roff(".BR " + escaped(page[0]) + " (" + page[1] + (i < pages.length - 1 ? ")," : ")"));
    }
    return this;
  }

  /** As {@code man} looks for it. */
  String fileName() {
    return name + "." + number;
  }

  String roff() {
    return roff.toString();
  }

  String markdown() {
    return markdown.toString();
  }

  /** Its line among all of them. */
  String indexed() {
    return "- [" + name + "(" + number + ")](" + fileName() + ".html): " + marked(what);
  }

  /** The first of a section needs no sign. */
  private void paragraph() {
    if (!begins) {
      roff(".PP");
      markdown("");
    }
  }

  private ManualPage roff(String line) {
    begins = false;
    roff.append(line).append('\n');
    return this;
  }

  private void markdown(String line) {
    markdown.append(line).append('\n');
  }

  /** A hyphen stays one, and no line of text is taken for a macro. */
  private static String escaped(String words) {
    String escaped = words.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }

  /** An option, or an address, is neither typeset nor made a link. */
  private static String marked(String words) {
    String marked = words.replace("&", "&amp;").replace("<", "&lt;").replace("*", "\\*");
    return TYPED.matcher(marked).replaceAll("`$0`");
  }
}
