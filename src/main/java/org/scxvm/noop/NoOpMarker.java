package org.scxvm.noop;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;

/**
 * The note that a Stop leaves after a migration: the next Start, on the target, has nothing to do.
 *
 * <pre>
 * scxvm-noop 1
 * resource=vm1-rs
 * domain=vm1
 * uuid=a8282f87-25c0-42d0-8974-2ae778942970
 * source=node1
 * target=node2
 * outcome=running
 * time=2026-11-22T06:22:00Z
 * end 5d1f0e2b
 * </pre>
 *
 * The last word is the CRC-32 of all that is before it, so that damage never reads as another
 * node's name or as a domain that is to stay paused.
 *
 * @param subject what was migrated
 * @param move from where to where
 * @param paused the user had paused the domain, so it arrived paused
 * @param time when, on the source's clock: for people, no decision uses it
 */
public record NoOpMarker(Subject subject, Move move, boolean paused, String time) {

  private static final String HEAD = "scxvm-noop 1";
  private static final String TAIL = "end ";
  private static final String RUNNING = "running";
  private static final String PAUSED = "paused";

  /**
   * What was migrated.
   *
   * @param resource the resource whose domain it is
   * @param uuid the domain's identity
   */
  public record Subject(ResourceName resource, DomainName domain, String uuid) {}

  /**
   * From where to where.
   *
   * @param source the node that had the domain
   * @param target the node that has it now
   */
  public record Move(NodeName source, NodeName target) {}

  /** Whether it is about that domain, and names nodes of the list; an empty list has all nodes. */
  public boolean fits(ResourceName resource, DomainName domain, List<NodeName> nodes) {
    boolean known = nodes.isEmpty() || nodes.containsAll(List.of(move.source(), move.target()));
    return known && subject.resource().equals(resource) && subject.domain().equals(domain);
  }

  /** The text of the file. */
  String text() {
    String body =
        String.join(
            "\n",
            HEAD,
            "resource=" + subject.resource(),
            "domain=" + subject.domain(),
            "uuid=" + subject.uuid(),
            "source=" + move.source(),
            "target=" + move.target(),
            "outcome=" + (paused ? PAUSED : RUNNING),
            "time=" + time,
            TAIL);
    return body + checksum(body) + "\n";
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /** The marker that a text holds; empty if the text is damaged or of another version. */
  static Optional<NoOpMarker> parse(String text) {
    int tail = text.lastIndexOf("\n" + TAIL) + 1;
    String body = text.substring(0, tail) + TAIL;
    if (tail == 0 || !text.equals(body + checksum(body) + "\n")) {
      return Optional.empty();
    }
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(HEAD)) {
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
    return of(values);
  }

  private static Optional<NoOpMarker> of(Map<String, String> values) {
    String outcome = values.getOrDefault("outcome", "");
    String uuid = values.getOrDefault("uuid", "");
    if (uuid.isEmpty() || !(outcome.equals(RUNNING) || outcome.equals(PAUSED))) {
      return Optional.empty();
    }
    try {
      Subject subject =
          new Subject(
              new ResourceName(values.getOrDefault("resource", "")),
              new DomainName(values.getOrDefault("domain", "")),
              uuid);
      Move move =
          new Move(
              new NodeName(values.getOrDefault("source", "")),
              new NodeName(values.getOrDefault("target", "")));
      String time = values.getOrDefault("time", "");
      return Optional.of(new NoOpMarker(subject, move, outcome.equals(PAUSED), time));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
