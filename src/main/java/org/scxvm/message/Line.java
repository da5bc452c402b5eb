package org.scxvm.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One message as it is written. The format stays beside its values, because Solaris' syslog(3C)
 * makes the id from it.
 *
 * @param values what stands for each {@code %s}; no line ends
 */
public record Line(Severity severity, String format, List<String> values) {

  static Line of(Severity severity, Message message, Object... values) {
    return new Line(
        severity,
        message.entry().format(),
        Arrays.stream(values).map(value -> oneLine(String.valueOf(value))).toList());
  }

  public int id() {
    return MessageId.of(format);
  }

  public String text() {
    return String.format(Locale.ROOT, format, values.toArray());
  }

  /** Foreign words come with line ends; a log has one line a message, and obeys no terminal. */
  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", "; ").replaceAll("\\p{Cc}", "?");
  }
}
