package org.scxvm.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.lastmove.LastMove;
import org.scxvm.lastmove.LastMoves;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;

/**
 * What is in the shared folder before the agent comes, in the words of the given half.
 *
 * <pre>
 * saved = v1                      the saved definition (also: damaged)
 * saved of = vm2                  it is of that domain
 * saved uuid = ...                it has that UUID
 * saved also = <on_crash>...      it has these elements, too
 * last saved by node1 = v1        what a node saved last
 * marker = node2 to node1         (also: empty, damaged)
 * marker paused = yes             the domain was moved paused
 * marker resource = other-rs
 * marker domain = vm2
 * marker uuid = ...
 * used marker = node2 to node1    the last one that a Start has taken over, of 06:21:00
 * last move = node2 to node1      what is noted of the last migration (also: damaged)
 * last move at = 06:21:30         when it was noted
 * owner = node1                   who is on record as its owner (also: nobody, damaged)
 * owner = node1, booting
 * owner = node1 to node2          a migration that was begun and not settled
 * owner = node1 to node2, arrived
 * owner paused = yes              the user had paused the domain that is migrated
 * owner by = node2                who wrote that; of a migration usually its source
 * owner domain = vm2
 * owner becomes = node2           another node puts that on record (damaged: what is there)
 * </pre>
 */
final class FolderContents {

  private static final String DAMAGED = "damaged";
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("saved", ""),
          Map.entry("saved of", FakeDomain.NAME.value()),
          Map.entry("saved uuid", FakeDomain.UUID),
          Map.entry("saved also", ""),
          Map.entry("last saved by node1", ""),
          Map.entry("last saved by node2", ""),
          Map.entry("marker", ""),
          Map.entry("marker paused", "no"),
          Map.entry("marker resource", World.RESOURCE.value()),
          Map.entry("marker domain", FakeDomain.NAME.value()),
          Map.entry("marker uuid", FakeDomain.UUID),
          Map.entry("used marker", ""),
          Map.entry("last move", ""),
          Map.entry("last move at", "06:21:30"),
          Map.entry("owner", ""),
          Map.entry("owner paused", "no"),
          Map.entry("owner by", ""),
          Map.entry("owner domain", FakeDomain.NAME.value()));

  private final FakeFolder folder;
  private final Map<String, String> values = new HashMap<>(USUAL);

  FolderContents(FakeFolder folder) {
    this.folder = folder;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    if (key.equals("owner becomes")) {
      changeOwner(value);
      return true;
    }
    return values.replace(key, value) != null;
  }

  /** Puts the files in their places. */
  void store() {
    Map<String, String> files = new HashMap<>();
    SharedFolder draft = new PlainFolder(files);
    try {
      storeDefinitions(new SavedDefinitions(draft, World.RESOURCE), draft);
      storeUsedMarker(new NoOpMarkers(draft, World.RESOURCE));
      storeLastMove(new LastMoves(until -> draft, World.RESOURCE), draft);
      storeMarker(new NoOpMarkers(draft, World.RESOURCE), draft);
      storeOwner(new OwnerRecords(draft, World.RESOURCE), draft);
    } catch (FolderException | DefinitionException e) {
      throw new AssertionError(e);
    }
    files.forEach(folder::put);
  }

  private void storeDefinitions(SavedDefinitions saved, SharedFolder draft)
      throws FolderException, DefinitionException {
    for (String node : new String[] {"node1", "node2"}) {
      String last = value("last saved by " + node);
      if (!last.isEmpty()) {
        saved.save(new NodeName(node), new DomainName(value("saved of")), xml(last));
      }
    }
    draft.remove(World.RESOURCE + ".xml");
    draft.remove(World.RESOURCE + ".xml.previous");
    String version = value("saved");
    if (!version.isEmpty()) {
      draft.write(World.RESOURCE + ".xml", version.equals(DAMAGED) ? "<domain>" : xml(version));
    }
  }

  private String xml(String version) {
    return new DefinitionText(value("saved of"), value("saved uuid"), version, value("saved also"))
        .xml();
  }

  private void storeMarker(NoOpMarkers markers, SharedFolder draft) throws FolderException {
    String marker = value("marker");
    switch (marker) {
      case "" -> draft.remove(".noop_" + World.RESOURCE);
      case "empty" -> draft.write(".noop_" + World.RESOURCE, "");
      case DAMAGED -> draft.write(".noop_" + World.RESOURCE, "scxvm-noop 1\nresource=vm1-rs\n");
      default -> markers.leave(marker(marker));
    }
  }

  private void storeUsedMarker(NoOpMarkers markers) throws FolderException {
    if (!value("used marker").isEmpty()) {
      markers.leave(marker(value("used marker")));
      markers.useUp();
    }
  }

  private void storeLastMove(LastMoves moves, SharedFolder draft) throws FolderException {
    String move = value("last move");
    if (move.equals(DAMAGED)) {
      draft.write(".lastmove_" + World.RESOURCE, "scxvm-lastmove 1\n");
    } else if (!move.isEmpty()) {
      String[] nodes = move.split(" to ", 2);
      Instant noted = Instant.parse("2026-11-22T" + value("last move at") + "Z");
      Deadline soon = Deadline.in(new SimulatedTime(), Duration.ofMinutes(1));
      moves.keep(lastMove(new NodeName(nodes[0]), new NodeName(nodes[1]), noted), soon);
    }
  }

  private LastMove lastMove(NodeName source, NodeName target, Instant noted) {
    return new LastMove(
        new OwnerRecord.Subject(World.RESOURCE, FakeDomain.NAME, FakeDomain.UUID),
        new LastMove.Course(source, target, Optional.of(true), ""),
        new LastMove.End("arrived", "", source + " to " + target + ", arrived"),
        LastMove.Taken.UNKNOWN,
        new LastMove.Origin(source, noted));
  }

  private void storeOwner(OwnerRecords owners, SharedFolder draft) throws FolderException {
    String owner = value("owner");
    if (owner.equals(DAMAGED)) {
      draft.write(".owner_" + World.RESOURCE + ".1", "scxvm-owner 1\n");
    } else if (!owner.isEmpty() && !owners.publish(owners.find(), record(ownership(owner)))) {
      throw new AssertionError("the first record of the owner is not taken");
    }
  }

  private void changeOwner(String owner) {
    try {
      FoundOwner last = folder.owners().find();
      if (owner.equals(DAMAGED)) {
        folder.put(".owner_" + World.RESOURCE + "." + last.number(), "scxvm-owner 1\n");
      } else if (!folder.owners().publish(last, record(ownership(owner)))) {
        throw new AssertionError("nobody else publishes here");
      }
    } catch (FolderException e) {
      throw new AssertionError(e);
    }
  }

  private OwnerRecord record(Ownership ownership) {
    return new OwnerRecord(
        new OwnerRecord.Subject(
            World.RESOURCE, new DomainName(value("owner domain")), FakeDomain.UUID),
        ownership,
        new OwnerRecord.Origin(writer(ownership), "story", "2026-11-22T06:21:00Z"));
  }

  /** Of a migration, the node that makes it. */
  private NodeName writer(Ownership ownership) {
    String given = value("owner by");
    if (!given.isEmpty()) {
      return new NodeName(given);
    }
    return ownership instanceof Ownership.Moving moving ? moving.move().source() : World.PEER;
  }

  private Ownership ownership(String words) {
    if (words.equals("nobody")) {
      return new Ownership.Nobody();
    }
    if (words.endsWith(", booting")) {
      return new Ownership.Starting(new NodeName(words.replace(", booting", "")));
    }
    String[] nodes = words.replace(", arrived", "").split(" to ", 2);
    if (nodes.length == 1) {
      return new Ownership.Of(new NodeName(words));
    }
    boolean paused = value("owner paused").equals("yes");
    Ownership.Move move =
        new Ownership.Move(new NodeName(nodes[0]), new NodeName(nodes[1]), paused);
    return words.endsWith(", arrived") ? new Ownership.Arrived(move) : new Ownership.Moving(move);
  }

  private NoOpMarker marker(String way) {
    String[] nodes = way.split(" to ", 2);
    NoOpMarker.Subject subject =
        new NoOpMarker.Subject(
            new ResourceName(value("marker resource")),
            new DomainName(value("marker domain")),
            value("marker uuid"));
    NoOpMarker.Move move = new NoOpMarker.Move(new NodeName(nodes[0]), new NodeName(nodes[1]));
    boolean paused = value("marker paused").equals("yes");
    return new NoOpMarker(subject, move, paused, "2026-11-22T06:21:00Z");
  }

  private String value(String key) {
    return values.getOrDefault(key, "");
  }
}
