package org.scxvm.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;

/** The text form of the record of the owner. */
class OwnerRecordTest {

  private static final NodeName ONE = new NodeName("node1");
  private static final NodeName TWO = new NodeName("node2");

  static Stream<Ownership> ownerships() {
    return Stream.of(
        new Ownership.Nobody(),
        new Ownership.Of(ONE),
        new Ownership.Starting(TWO),
        new Ownership.Moving(new Ownership.Move(ONE, TWO, false)),
        new Ownership.Moving(new Ownership.Move(ONE, TWO, true)),
        new Ownership.Arrived(new Ownership.Move(TWO, ONE, false)),
        new Ownership.Arrived(new Ownership.Move(TWO, ONE, true)));
  }

  private static OwnerRecord record(Ownership ownership) {
    return new OwnerRecord(
        new OwnerRecord.Subject(new ResourceName("vm1-rs"), new DomainName("vm1"), "uuid-1"),
        ownership,
        new OwnerRecord.Origin(ONE, "a reason = with\nline ends", "2026-11-22T06:22:00Z"));
  }

  @ParameterizedTest
  @MethodSource("ownerships")
  void everyOwnershipIsReadAsItWasWritten(Ownership ownership) {
    Optional<OwnerRecord> read = OwnerRecord.parse(record(ownership).text());
    assertEquals(Optional.of(ownership), read.map(OwnerRecord::ownership));
    assertEquals(Optional.of("a reason = with line ends"), read.map(it -> it.origin().why()));
  }

  @ParameterizedTest
  @MethodSource("ownerships")
  void noDamageOfOneCharacterReadsAsARecord(Ownership ownership) {
    String text = record(ownership).text();
    for (int i = 0; i < text.length(); i++) {
      String damaged = text.substring(0, i) + (char) (text.charAt(i) ^ 1) + text.substring(i + 1);
      assertEquals(Optional.empty(), OwnerRecord.parse(damaged), damaged);
      assertEquals(Optional.empty(), OwnerRecord.parse(text.substring(0, i)), "cut off at " + i);
    }
  }

  @Test
  void theNodesAreThoseOnWhichItMayBe() {
    assertEquals(List.of(), new Ownership.Nobody().nodes());
    assertEquals(List.of(TWO), new Ownership.Of(TWO).nodes());
    assertEquals(List.of(ONE), new Ownership.Starting(ONE).nodes());
    Ownership.Move move = new Ownership.Move(ONE, TWO, false);
    assertEquals(List.of(ONE, TWO), new Ownership.Moving(move).nodes());
    assertEquals(List.of(TWO), new Ownership.Arrived(move).nodes());
  }
}
