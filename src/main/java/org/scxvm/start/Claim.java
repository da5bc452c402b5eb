package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.OwnerLedger;

/**
 * The right to run the domain on this node: nobody else is seen to run it, and this node is on
 * record as its owner. Of two nodes that conclude this at the same time one gets it.
 */
final class Claim {

  /** Whoever is beaten looks again; more than that is no accident. */
  private static final int ROUNDS_MAX = 3;

  private final Starting starting;
  private final OwnerLedger ledger;
  private boolean arrived;

  Claim(Starting starting, OwnerLedger ledger) {
    this.starting = starting;
    this.ledger = ledger;
  }

  /**
   * Takes the domain for this node, before it goes on here in any way.
   *
   * @param uuid the domain's identity; empty if it is not known
   * @return why it must not go on here; empty if it may
   */
  Optional<String> obtain(String uuid) {
    try {
      for (int round = 1; round <= ROUNDS_MAX; round++) {
        Others others = Others.of(starting, ledger.read(), uuid);
        Optional<String> objection = others.objection();
        if (objection.isPresent()) {
          return objection;
        }
        if (record(new Ownership.Of(thisNode()), uuid, "it is started here")) {
          // Whoever was about to start it when it was asked has it by now, or finds this record.
          Optional<String> late = others.runsOn();
          if (late.isPresent()) {
            return Optional.of("it runs on node " + late.get());
          }
          long own = ledger.last().number();
          if (ledger.read().number() == own) {
            return Optional.empty();
          }
        }
      }
      return Optional.of("its owner on record is being changed by others");
    } catch (FolderException | ClusterException e) {
      return Optional.of("whether it runs on another node cannot be told: " + e.getMessage());
    }
  }

  /**
   * Puts on record that the domain, which was found here, is here.
   *
   * @return why it must not be called started: it runs on another node too
   */
  Optional<String> confirm(String uuid) {
    try {
      FoundOwner found = ledger.read();
      Optional<String> twice = Others.of(starting, found, uuid).runsOn();
      if (twice.isPresent()) {
        starting.messages().say(AgentMessage.RUNS_TWICE, starting.domain(), twice.get());
        return Optional.of("it runs on another node too: " + twice.get());
      }
      Ownership here = new Ownership.Of(thisNode());
      arrived =
          starting.recorded(found) instanceof Ownership.Arrived
              && starting.recorded(found).nodes().equals(here.nodes());
      if (!starting.recorded(found).equals(here) && !record(here, uuid, "it was found here")) {
        notRecorded("another one was published meanwhile");
      }
    } catch (FolderException | ClusterException e) {
      notRecorded(String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** Whether the domain that was found here has come by a migration that is settled. */
  boolean hasArrived() {
    return arrived;
  }

  private boolean record(Ownership to, String uuid, String why)
      throws FolderException, ClusterException {
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(starting.request().resource(), starting.domain(), uuid);
    return ledger.change(new OwnerLedger.Change(subject, to, thisNode(), why));
  }

  private void notRecorded(String cause) {
    starting.messages().sayWithCause(AgentMessage.OWNER_NOT_RECORDED, cause, starting.domain());
  }

  private NodeName thisNode() throws ClusterException {
    return starting.cluster().apply(starting.call()).nodes().thisNode();
  }
}
