package org.scxvm.folder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A small text that tells when it is damaged.
 *
 * <pre>
 * HEAD
 * name=value
 * ...
 * end 5d1f0e2b
 * </pre>
 *
 * The last word is the CRC-32 of all that is before it, so that damage never reads as another
 * value.
 *
 * @param head what it is, and the version of its form
 * @param values by name, in their order; names hold no {@code =}, nothing holds a line end
 */
public record SealedText(String head, Map<String, String> values) {

  private static final String TAIL = "end ";

  /** A moment, as the values have it: to the second, in UTC. */
  public static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The text of the file. */
  public String text() {
    StringBuilder body = new StringBuilder(head).append('\n');
    values.forEach((name, value) -> body.append(name).append('=').append(value).append('\n'));
    body.append(TAIL);
    return body + checksum(body.toString()) + "\n";
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** What a text holds; empty if it is damaged or has another head. */
  public static Optional<SealedText> parse(String head, String text) {
    int tail = text.lastIndexOf("\n" + TAIL) + 1;
    String body = text.substring(0, tail) + TAIL;
    if (tail == 0 || !text.equals(body + checksum(body) + "\n")) {
      return Optional.empty();
    }
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(head)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < lines.length - 2; i++) {
      int equals = lines[i].indexOf('=');
      if (equals < 0) {
        return Optional.empty();
      }
      values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
    }
    return Optional.of(new SealedText(head, values));
  }

  /** A value; empty if it has none of that name. */
  public String value(String name) {
    return values.getOrDefault(name, "");
  }
}
