package org.scxvm.noop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.folder.SealedText;
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
 * @param subject what was migrated
 * @param move from where to where
 * @param paused the user had paused the domain, so it arrived paused
 * @param time when, on the source's clock: for people, no decision uses it
 */
public record NoOpMarker(Subject subject, Move move, boolean paused, String time) {

  private static final String HEAD = "scxvm-noop 1";
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
    Map<String, String> values = new LinkedHashMap<>();
    values.put("resource", subject.resource().value());
    values.put("domain", subject.domain().value());
    values.put("uuid", subject.uuid());
    values.put("source", move.source().value());
    values.put("target", move.target().value());
    values.put("outcome", paused ? PAUSED : RUNNING);
    values.put("time", time);
    return new SealedText(HEAD, values).text();
  }

  /** The marker that a text holds; empty if the text is damaged or of another version. */
  static Optional<NoOpMarker> parse(String text) {
    return SealedText.parse(HEAD, text).flatMap(NoOpMarker::of);
  }

  private static Optional<NoOpMarker> of(SealedText text) {
    String outcome = text.value("outcome");
    String uuid = text.value("uuid");
    if (uuid.isEmpty() || !(outcome.equals(RUNNING) || outcome.equals(PAUSED))) {
      return Optional.empty();
    }
    try {
      Subject subject =
          new Subject(
              new ResourceName(text.value("resource")), new DomainName(text.value("domain")), uuid);
      Move move = new Move(new NodeName(text.value("source")), new NodeName(text.value("target")));
      String time = text.value("time");
      return Optional.of(new NoOpMarker(subject, move, outcome.equals(PAUSED), time));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
