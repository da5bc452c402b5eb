package org.scxvm.start;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.Proof;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Manner;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.settle.Place;
import org.scxvm.settle.SettleMove;
import org.scxvm.settle.Settled;
import org.scxvm.time.Deadline;

/** Ends what a Stop has begun and may not have ended: the migration that is on record. */
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
    String uuid = record.subject().uuid();
    Place source = starting.places().of(move.source(), uuid, starting.call());
    Place target = starting.places().of(move.target(), uuid, starting.call());
    SettleMove settle = new SettleMove(source, target, move.paused(), starting.messages());
    Manner manner = new Manner(Proof.LEFT_BEHIND, false, false, target.isHere());
    Settled settled = settle.settle(manner, halfOfTheTime());
    if (settled instanceof Settled.Open open) {
      starting
          .messages()
          .sayWithCause(
              AgentMessage.COPY_NOT_RULED_OUT, open.reason(), starting.domain(), "both nodes");
      return Optional.of("a migration is not settled: " + open.reason());
    }
    if (settled instanceof Settled.AtTarget there && there.waits(move)) {
      // A record that it has arrived would make this a pause of the user's.
      return Optional.of(
          "its copy on node " + move.target() + " waits to be let go on: start it there");
    }
    note(record, settled, move);
    return Optional.empty();
  }

  private void note(OwnerRecord record, Settled settled, Ownership.Move move)
      throws ClusterException, FolderException {
    Ownership owner = new Ownership.Nobody();
    if (settled instanceof Settled.AtTarget) {
      owner = new Ownership.Arrived(move);
    } else if (settled instanceof Settled.AtSource) {
      owner = new Ownership.Of(move.source());
    }
    String why = "a Start has settled the migration";
    if (!ledger.change(new OwnerLedger.Change(record.subject(), owner, thisNode(), why))) {
      ledger.read(); // whoever was faster has seen the same
    }
  }

  /** The rest is for a cold boot. */
  private Deadline halfOfTheTime() {
    return starting.answer().within(starting.answer().remaining().dividedBy(2));
  }

  private NodeName thisNode() throws ClusterException {
    return starting.cluster().apply(starting.call()).nodes().thisNode();
  }
}
