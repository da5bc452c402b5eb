package org.scxvm.lastmove;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.scxvm.folder.SealedText;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.resource.NodeName;

/**
 * The note of a migration that has ended, well or not. It is for people: no decision uses it.
 *
 * <pre>
 * scxvm-lastmove 1
 * resource=vm1-rs
 * domain=vm1
 * uuid=a8282f87-25c0-42d0-8974-2ae778942970
 * source=node1
 * target=node2
 * type=live                       live, suspended; what is not known is left out
 * began=2026-11-22T06:22:00Z
 * outcome=arrived                 arrived, stayed, gone, open, not begun, settled by another node
 * reason=nothing moved for 10 s, cancelled
 * owner=node1 to node2, arrived
 * duration_ms=20900
 * sent_bytes=1293942784
 * passes=5
 * dirty_bytes_per_s=12582912
 * downtime_ms=580
 * by=node1
 * time=2026-11-22T06:22:21Z
 * end 5d1f0e2b
 * </pre>
 *
 * @param subject whose it was
 * @param course from where to where, how and since when
 * @param end what came of it
 * @param taken what it has taken
 * @param origin who noted it
 */
public record LastMove(
    OwnerRecord.Subject subject, Course course, End end, Taken taken, Origin origin) {

  /** The reason to be given where a later method had to ask what came of it. */
  public static final String LEFT_BEHIND = "not settled by its Stop";

  static final String HEAD = "scxvm-lastmove 1";

  /**
   * From where to where.
   *
   * @param live whether it ran meanwhile; empty if whoever notes it did not make it
   * @param began when, as whoever began it says; empty if nobody does
   */
  public record Course(NodeName source, NodeName target, Optional<Boolean> live, String began) {}

  /**
   * What came of it.
   *
   * @param outcome in one word, as both nodes were seen
   * @param reason what libvirt, or a node that does not tell, says of that; empty if nothing
   * @param owner who may run the domain in the end
   */
  public record End(String outcome, String reason, String owner) {}

  /**
   * What it has taken, as far as libvirt told.
   *
   * @param duration from its beginning to its end
   * @param sentBytes what went over the network
   * @param passes how often the hypervisor went over the memory; 0 if it is not known
   * @param dirtyRate how many bytes per second the guest changed when it was looked at last; 0 if
   *     it is not known
   * @param downtime how long the guest stood still
   */
  public record Taken(
      Optional<Duration> duration,
      OptionalLong sentBytes,
      long passes,
      long dirtyRate,
      Optional<Duration> downtime) {

    /** Nobody has looked. */
    public static final Taken UNKNOWN =
        new Taken(Optional.empty(), OptionalLong.empty(), 0, 0, Optional.empty());
  }

  /**
   * Who noted it.
   *
   * @param time on the clock of that node
   */
  public record Origin(NodeName by, Instant time) {}

  /** The text of the file. */
  String text() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("resource", subject.resource().value());
    values.put("domain", subject.domain().value());
    values.put("uuid", subject.uuid());
    values.put("source", course.source().value());
    values.put("target", course.target().value());
    course.live().ifPresent(live -> values.put("type", live ? "live" : "suspended"));
    putKnown(values, "began", course.began());
    values.put("outcome", end.outcome());
    putKnown(values, "reason", end.reason().replace('\n', ' '));
    values.put("owner", end.owner());
    putTaken(values);
    values.put("by", origin.by().value());
    values.put("time", SealedText.moment(origin.time()));
    return new SealedText(HEAD, values).text();
  }

  private void putTaken(Map<String, String> values) {
    taken.duration().ifPresent(it -> values.put("duration_ms", String.valueOf(it.toMillis())));
    taken.sentBytes().ifPresent(bytes -> values.put("sent_bytes", String.valueOf(bytes)));
    putKnown(values, "passes", taken.passes());
    putKnown(values, "dirty_bytes_per_s", taken.dirtyRate());
    taken.downtime().ifPresent(it -> values.put("downtime_ms", String.valueOf(it.toMillis())));
  }

  private static void putKnown(Map<String, String> values, String name, long figure) {
    putKnown(values, name, figure > 0 ? String.valueOf(figure) : "");
  }

  private static void putKnown(Map<String, String> values, String name, String value) {
    if (!value.isEmpty()) {
      values.put(name, value);
    }
  }
}
