package org.scxvm.owner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scxvm.folder.SealedText;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;

/**
 * The durable note of who may run a domain.
 *
 * <pre>
 * scxvm-owner 1
 * resource=vm1-rs
 * domain=vm1
 * uuid=a8282f87-25c0-42d0-8974-2ae778942970
 * phase=moving                    nobody, starting, owned, moving, arrived
 * owner=node1                     where it is starting or owned
 * source=node1                    where it is moving or arrived
 * target=node2
 * paused=no
 * by=node1
 * why=stop: live migration begins
 * time=2026-11-22T06:22:00Z
 * end 5d1f0e2b
 * </pre>
 *
 * @param subject whose it is
 * @param ownership who may run the domain
 * @param origin who wrote it
 */
public record OwnerRecord(Subject subject, Ownership ownership, Origin origin) {

  private static final String HEAD = "scxvm-owner 1";
  private static final String YES = "yes";
  private static final String NO = "no";

  /**
   * The domain.
   *
   * @param uuid its identity; empty if it was never seen
   */
  public record Subject(ResourceName resource, DomainName domain, String uuid) {}

  /**
   * Where it comes from. Reason and time are for people, no decision uses them.
   *
   * @param by the node that wrote it; of a migration, the one that makes it
   * @param why what has happened, on one line
   * @param time on the clock of the node that wrote it
   */
  public record Origin(NodeName by, String why, String time) {}

  String text() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("resource", subject.resource().value());
    values.put("domain", subject.domain().value());
    values.put("uuid", subject.uuid());
    putOwnership(values);
    values.put("by", origin.by().value());
    values.put("why", origin.why().replace('\n', ' '));
    values.put("time", origin.time());
    return new SealedText(HEAD, values).text();
  }

  private void putOwnership(Map<String, String> values) {
    if (ownership instanceof Ownership.Of of) {
      values.put("phase", "owned");
      values.put("owner", of.node().value());
    } else if (ownership instanceof Ownership.Starting starting) {
      values.put("phase", "starting");
      values.put("owner", starting.node().value());
    } else if (ownership instanceof Ownership.Moving moving) {
      put(values, "moving", moving.move());
    } else if (ownership instanceof Ownership.Arrived arrived) {
      put(values, "arrived", arrived.move());
    } else {
      values.put("phase", "nobody");
    }
  }

  private static void put(Map<String, String> values, String phase, Ownership.Move move) {
    values.put("phase", phase);
    values.put("source", move.source().value());
    values.put("target", move.target().value());
    values.put("paused", move.paused() ? YES : NO);
  }

  /** The record that a text holds; empty if it is damaged or of another version. */
  static Optional<OwnerRecord> parse(String text) {
    return SealedText.parse(HEAD, text).flatMap(OwnerRecord::of);
  }

  private static Optional<OwnerRecord> of(SealedText text) {
    try {
      return ownershipOf(text)
          .map(
              ownership ->
                  new OwnerRecord(
                      new Subject(
                          new ResourceName(text.value("resource")),
                          new DomainName(text.value("domain")),
                          text.value("uuid")),
                      ownership,
                      new Origin(
                          new NodeName(text.value("by")), text.value("why"), text.value("time"))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Ownership> ownershipOf(SealedText text) {
    return switch (text.value("phase")) {
      case "nobody" -> Optional.of(new Ownership.Nobody());
      case "owned" -> Optional.of(new Ownership.Of(new NodeName(text.value("owner"))));
      case "starting" -> Optional.of(new Ownership.Starting(new NodeName(text.value("owner"))));
      case "moving" -> moveOf(text).map(Ownership.Moving::new);
      case "arrived" -> moveOf(text).map(Ownership.Arrived::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Ownership.Move> moveOf(SealedText text) {
    String paused = text.value("paused");
    if (!paused.equals(YES) && !paused.equals(NO)) {
      return Optional.empty();
    }
    return Optional.of(
        new Ownership.Move(
            new NodeName(text.value("source")),
            new NodeName(text.value("target")),
            paused.equals(YES)));
  }
}
