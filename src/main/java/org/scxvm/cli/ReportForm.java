package org.scxvm.cli;

import java.util.stream.Collectors;
import org.scxvm.status.Report;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;

/**
 * A report as text for a person, or as JSON for a program.
 *
 * <pre>
 * domain
 *   name              vm1
 *   state             up
 * settings
 *   Failover_type     normal   (built in)
 *
 * {"domain": {"name": "vm1", "state": "up"},
 *  "settings": {"Failover_type": {"value": "normal", "from": "built in"}}}
 * </pre>
 */
final class ReportForm {

  private static final char FIRST_PRINTABLE = ' ';

  private ReportForm() {}

  static String text(Report report) {
    StringBuilder text = new StringBuilder();
    for (Section section : report.sections()) {
      text.append(section.name().replace('_', ' ')).append('\n');
      section.items().forEach(item -> text.append(plain(line(item))).append('\n'));
    }
    return text.toString();
  }

  /** What files hold must not reach a terminal as commands. */
  private static String plain(String line) {
    return line.replaceAll("\\p{Cc}", "?");
  }

  private static String line(Item item) {
    if (item.origin().isEmpty()) {
      return String.format("  %-18s %s", item.name().replace('_', ' '), item.value());
    }
    return String.format("  %-18s %s   (%s)", item.name(), item.value(), item.origin());
  }

  static String json(Report report) {
    return report.sections().stream()
        .map(section -> quoted(section.name()) + ": " + json(section))
        .collect(Collectors.joining(",\n ", "{", "}\n"));
  }

  private static String json(Section section) {
    return section.items().stream()
        .map(item -> quoted(item.name()) + ": " + json(item))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String json(Item item) {
    return item.origin().isEmpty()
        ? quoted(item.value())
        : "{\"value\": " + quoted(item.value()) + ", \"from\": " + quoted(item.origin()) + "}";
  }

  private static String quoted(String value) {
    return value.chars().mapToObj(ReportForm::escaped).collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int character) {
    if (character == '"' || character == '\\') {
      return "\\" + (char) character;
    }
    return character < FIRST_PRINTABLE
        ? String.format("\\u%04x", character)
        : String.valueOf((char) character);
  }
}
