package org.scxvm.lastmove;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SealedText;
import org.scxvm.folder.SharedFolder;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.BrokenFolder;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** The note of the last migration in its folder. */
class LastMovesTest {

  private static final String FILE = ".lastmove_vm1-rs";

  private final Map<String, String> files = new HashMap<>();
  private final Deadline answer = Deadline.in(new SimulatedTime(), Duration.ofSeconds(60));
  private final LastMoves moves = in(new PlainFolder(files));

  private static LastMoves in(SharedFolder folder) {
    return new LastMoves(until -> folder, new ResourceName("vm1-rs"));
  }

  private static LastMove move(String reason, LastMove.Taken taken) {
    return new LastMove(
        new OwnerRecord.Subject(new ResourceName("vm1-rs"), new DomainName("vm1"), "a8282f87"),
        new LastMove.Course(
            new NodeName("node1"),
            new NodeName("node2"),
            Optional.of(true),
            SealedText.moment(Instant.parse("2026-11-22T06:22:00.123Z"))),
        new LastMove.End("arrived", reason, "node1 to node2, arrived"),
        taken,
        new LastMove.Origin(new NodeName("node1"), Instant.parse("2026-11-22T06:22:21.9Z")));
  }

  private static LastMove.Taken taken() {
    return new LastMove.Taken(
        Optional.of(Duration.ofMillis(20_900)),
        OptionalLong.of(1_293_942_784),
        5,
        12_582_912,
        Optional.of(Duration.ofMillis(580)));
  }

  private Map<String, String> facts() throws FolderException {
    return ((FoundMove.Known) moves.find(answer)).facts();
  }

  @Test
  void withoutAFileThereIsNone() throws FolderException {
    assertEquals(new FoundMove.None(), moves.find(answer));
  }

  @Test
  void aFileThatIsNoNoteIsDamaged() throws FolderException {
    files.put(FILE, "scxvm-lastmove 1\nsource=node1\n");
    assertEquals(new FoundMove.Damaged(), moves.find(answer));
  }

  @Test
  void allOfItIsRead() throws FolderException {
    moves.keep(move("", taken()), answer);
    assertEquals(
        """
        {resource=vm1-rs, domain=vm1, uuid=a8282f87, source=node1, target=node2, type=live, \
        began=2026-11-22T06:22:00Z, outcome=arrived, owner=node1 to node2, arrived, \
        duration_ms=20900, sent_bytes=1293942784, passes=5, dirty_bytes_per_s=12582912, \
        downtime_ms=580, by=node1, time=2026-11-22T06:22:21Z}""",
        facts().toString());
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws FolderException {
    moves.keep(move("", LastMove.Taken.UNKNOWN), answer);
    assertEquals(
        List.of(
            "resource",
            "domain",
            "uuid",
            "source",
            "target",
            "type",
            "began",
            "outcome",
            "owner",
            "by",
            "time"),
        List.copyOf(facts().keySet()));
  }

  @Test
  void whatLibvirtSaysOnSeveralLinesIsOne() throws FolderException {
    moves.keep(move("internal error:\nowner=node9", taken()), answer);
    assertEquals("internal error: owner=node9", facts().get("reason"));
    assertEquals("node1 to node2, arrived", facts().get("owner"));
  }

  @Test
  void onlyTheLastOneIsKept() throws FolderException {
    moves.keep(move("first", taken()), answer);
    moves.keep(move("second", taken()), answer);
    assertEquals(List.of(FILE), List.copyOf(files.keySet()));
    assertEquals("second", facts().get("reason"));
  }

  @Test
  void whatCannotBeKeptIsNobodysFailure() {
    LastMoves broken = in(new BrokenFolder("No space left on device"));
    assertDoesNotThrow(() -> broken.keep(move("", taken()), answer));
  }

  @Test
  void theFolderIsNotWaitedForLong() {
    Deadline[] given = new Deadline[1];
    LastMoves watched =
        new LastMoves(
            until -> {
              given[0] = until;
              return new PlainFolder(files);
            },
            new ResourceName("vm1-rs"));
    watched.keep(move("", taken()), answer);
    assertEquals(Duration.ofSeconds(2), given[0].remaining());
  }

  @Test
  void theLastSecondsAreForTheAnswer() {
    Deadline soon = Deadline.in(new SimulatedTime(), Duration.ofSeconds(2));
    moves.keep(move("", taken()), soon);
    assertTrue(files.isEmpty());
  }
}
