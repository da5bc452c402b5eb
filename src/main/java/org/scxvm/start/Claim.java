package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Sighting;
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
  private Optional<FoundOwner> followed = Optional.empty();
  private Optional<Others.Running> winner = Optional.empty();
  private Optional<String> lost = Optional.empty();

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
        FoundOwner found = ledger.read();
        if (starting.recorded(found) instanceof Ownership.Moving) {
          return Optional.of("on record its owner is " + found); // begun since this Start began
        }
        Optional<String> objection = Others.of(starting, found, uuid).objection();
        if (objection.isPresent()) {
          return objection;
        }
        if (record(new Ownership.Starting(thisNode()), uuid, "it is started here")) {
          followed = Optional.of(found);
          return Optional.empty();
        }
      }
      return Optional.of("its owner on record is being changed by others");
    } catch (FolderException | ClusterException e) {
      return Optional.of("whether it runs on another node cannot be told: " + e.getMessage());
    }
  }

  /** Whether this node is on record as booting it, by this Start or by one that was ended. */
  boolean isFresh() {
    try {
      return starting.recorded(ledger.last()) instanceof Ownership.Starting fresh
          && fresh.node().equals(thisNode());
    } catch (ClusterException e) {
      return false; // then nothing that waits here is called started
    }
  }

  /**
   * Why a domain that was booted here must not run: another node has got it meanwhile. The silence
   * of one that was on record before means as much as it did then.
   */
  Optional<String> overtaken(Sighting seen) {
    try {
      FoundOwner before = ledger.last();
      winner = Others.of(starting, followed.orElse(before), uuidOf(seen)).mayRun();
      FoundOwner now = ledger.read();
      if (winner.isPresent()) {
        lost = winner.map(there -> (there.isSeen() ? "it runs on " : "it may run on ") + there);
      } else if (now.number() != before.number()) {
        lost = Optional.of("on record its owner is " + now + " meanwhile");
      }
    } catch (FolderException | ClusterException e) {
      lost = Optional.of("whether it runs on another node cannot be told: " + e.getMessage());
    }
    return lost;
  }

  /** Why this Start is over, whatever is seen from now on; empty if it is not. */
  Optional<String> lost() {
    return lost;
  }

  /** It was fetched by this Start: what is seen here from now on has come by a migration. */
  void fetched() {
    arrived = true;
  }

  /** From now on this Start is over, whatever is seen. */
  void lose(String why) {
    lost = Optional.of(why);
  }

  /** What was booted here is gone: where the record names this node, it names the other one now. */
  void giveBack(Sighting seen) {
    Optional<Ownership> there = winner.flatMap(this::ownerThere);
    if (there.isEmpty()) {
      return;
    }
    try {
      boolean isOurs = starting.recorded(ledger.last()).nodes().contains(thisNode());
      if (isOurs && !record(there.get(), uuidOf(seen), "another node has it")) {
        notRecorded("another one was published meanwhile");
      }
    } catch (FolderException | ClusterException e) {
      notRecorded(String.valueOf(e.getMessage()));
    }
  }

  /** As it was on record before: what is only booted there must not be taken for one that ran. */
  private Optional<Ownership> ownerThere(Others.Running there) {
    Optional<Ownership> before =
        followed.map(starting::recorded).filter(owner -> owner.nodes().contains(there.node()));
    return before.isPresent() || !there.isSeen()
        ? before
        : Optional.of(new Ownership.Of(there.node()));
  }

  /**
   * Puts on record that the domain is here.
   *
   * @param booted this Start has booted it, and asked the others
   * @return why it must not be called started: another node may have it too, or it waits here for
   *     something that the shared folder would tell
   */
  Optional<String> confirm(Sighting seen, boolean booted) {
    try {
      FoundOwner found = ledger.read();
      Ownership recorded = starting.recorded(found);
      boolean waits = seen.is(Activity.PAUSED_BY_USER);
      boolean open = recorded instanceof Ownership.Starting || found instanceof FoundOwner.Damaged;
      if (recorded instanceof Ownership.Moving || (waits && open)) {
        return Optional.of("on record its owner is " + found);
      }
      boolean asked = booted && recorded.nodes().contains(thisNode());
      Optional<Others.Running> twice =
          asked ? Optional.empty() : Others.of(starting, found, uuidOf(seen)).mayRun();
      if (twice.isPresent()) {
        starting.messages().say(AgentMessage.RUNS_TWICE, starting.domain(), twice.get());
        return Optional.of("it runs on another node too: " + twice.get());
      }
      Ownership here = new Ownership.Of(thisNode());
      arrived |= recorded instanceof Ownership.Arrived && recorded.nodes().equals(here.nodes());
      if (!recorded.equals(here) && !record(here, uuidOf(seen), "it runs here")) {
        notRecorded("another one was published meanwhile");
      }
    } catch (FolderException | ClusterException e) {
      notRecorded(String.valueOf(e.getMessage()));
      if (seen.is(Activity.PAUSED_BY_USER)) {
        return Optional.of("it is paused, and why cannot be told: " + e.getMessage());
      }
    }
    return Optional.empty();
  }

  private static String uuidOf(Sighting seen) {
    return seen.answer().knownUuid().orElse("");
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
