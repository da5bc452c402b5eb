package org.scxvm.start;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
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
      if (found instanceof FoundOwner.Known known) {
        Ownership ownership = starting.recorded(found);
        if (ownership instanceof Ownership.Moving moving) {
          return settle(known.record(), moving.move());
        }
        if (ownership instanceof Ownership.Arrived arrived
            && arrived.move().target().equals(thisNode())) {
          return letGoOn(arrived.move());
        }
      }
      return Optional.empty();
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

  /** The copy is good, that is on record; it only has not been let go on yet. */
  private Optional<String> letGoOn(Ownership.Move move) {
    Sighting seen = starting.look();
    if (move.paused() || !seen.is(Activity.PAUSED_BY_USER)) {
      return Optional.empty();
    }
    try {
      starting.here().power().resume(starting.domain(), starting.call());
      return Optional.empty();
    } catch (HypervisorException e) {
      starting
          .messages()
          .sayWithCause(AgentMessage.COPY_NOT_RESUMED, e.words(), starting.domain(), move.target());
      return Optional.of("its copy here could not be resumed: " + e.words());
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
