package org.scxvm.start;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.settle.SettleRecord;
import org.scxvm.settle.Settled;
import org.scxvm.time.Deadline;
import org.scxvm.time.Share;

/** Ends what another method has begun and may not have ended: the migration that is on record. */
final class Arrival {

  private final Starting starting;
  private final OwnerLedger ledger;

  Arrival(Starting starting, OwnerLedger ledger) {
    this.starting = starting;
    this.ledger = ledger;
  }

  /**
   * Settles the migration that is on record.
   *
   * @return why nothing may be done with the domain here; empty if it is known where it is
   */
  Optional<String> settle() {
    try {
      FoundOwner found = ledger.read();
      return found instanceof FoundOwner.Known known
              && starting.recorded(found) instanceof Ownership.Moving moving
          ? settle(known.record(), moving.move())
          : Optional.empty();
    } catch (FolderException e) {
      return Optional.empty(); // before anything is booted the folder must answer; then it is said
    } catch (ClusterException e) {
      return Optional.of("a migration is on record: " + e.words());
    }
  }

  private Optional<String> settle(OwnerRecord record, Ownership.Move move)
      throws ClusterException, FolderException {
    List<NodeName> nodes = starting.cluster().apply(starting.call()).group().nodeList();
    List<NodeName> both = List.of(move.source(), move.target());
    if (!nodes.isEmpty() && !nodes.containsAll(both)) {
      return Optional.of(
          "on record it is being migrated from "
              + move
              + ", which the node list does not name; settle it with scxvm recover");
    }
    NodeName here = starting.cluster().apply(starting.call()).nodes().thisNode();
    Settled settled =
        new SettleRecord(
                starting.places(), ledger, here, starting.messages(), starting.files().lastMoves())
            .settle(record, move, false, halfOfTheTime());
    if (settled instanceof Settled.Open open) {
      starting
          .messages()
          .sayWithCause(
              AgentMessage.COPY_NOT_RULED_OUT, open.reason(), starting.domain(), "both nodes");
      return Optional.of("a migration is not settled: " + open.reason());
    }
    // Where this node had begun to fetch it, that is off the record now: asking goes on as usual.
    boolean open = starting.recorded(ledger.last()) instanceof Ownership.Moving;
    if (settled instanceof Settled.AtSource && open && !move.source().equals(here)) {
      String words = "on record it is being migrated: " + move;
      starting.messages().say(AgentMessage.ELSEWHERE, starting.domain(), move.source(), words);
      return Optional.of("it runs on node " + move.source() + "; " + words);
    }
    return settled instanceof Settled.AtTarget there && there.waits(move)
        ? Optional.of(
            "its copy on node " + move.target() + " waits to be let go on: start it there")
        : Optional.empty();
  }

  /** The rest is for a cold boot. */
  private Deadline halfOfTheTime() {
    return starting.answer().within(Share.of(starting.answer().remaining(), 2));
  }
}
