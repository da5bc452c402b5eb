package org.scxvm.stop;

import java.time.Duration;
import java.util.List;
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
import org.scxvm.settle.Place;
import org.scxvm.settle.Places;
import org.scxvm.settle.SettleMove;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of the owner through a Stop. A migration is on record before it begins, so that a Stop
 * that is killed in the middle leaves word of the two nodes on which the domain may be.
 */
final class OwnerSteps {

  private static final Logger LOG = LoggerFactory.getLogger(OwnerSteps.class);

  /** Whoever is beaten tries again; more than that is no accident. */
  private static final int ATTEMPTS = 3;

  private final Stopping stopping;
  private final OwnerLedger ledger;

  OwnerSteps(Stopping stopping) {
    this.stopping = stopping;
    this.ledger =
        new OwnerLedger(
            stopping.files().owners(), stopping.messages(), stopping.request().limit().time());
  }

  /**
   * Why no migration may begin, from what was read or published last; empty if one may. Whatever
   * comes after that keeps {@link #begin} from being published.
   */
  Optional<String> objection(Sighting seen) throws ClusterException {
    if (!(ledger.last() instanceof FoundOwner.Known known) || !isOfThisResource(known.record())) {
      return Optional.empty();
    }
    Ownership ownership = known.record().ownership();
    boolean elsewhere = !ownership.nodes().isEmpty() && !ownership.nodes().contains(thisNode());
    boolean hasNotRun = ownership instanceof Ownership.Starting && seen.is(Activity.PAUSED_BY_USER);
    boolean unsettled = ownership instanceof Ownership.Moving || hasNotRun;
    return elsewhere || unsettled
        ? Optional.of("on record its owner is " + ownership)
        : Optional.empty();
  }

  /**
   * Puts a migration on record.
   *
   * @return false if somebody else has changed the owner meanwhile
   */
  boolean begin(Ownership.Move move, String uuid) throws FolderException {
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(stopping.request().resource(), stopping.domain(), uuid);
    return ledger.change(
        new OwnerLedger.Change(
            subject, new Ownership.Moving(move), move.source(), "a migration begins"));
  }

  Ownership.Move moveTo(NodeName target, Sighting seen) throws ClusterException {
    return new Ownership.Move(thisNode(), target, seen.is(Activity.PAUSED_BY_USER));
  }

  /** A migration that is about to begin, or that an earlier Stop has begun. */
  Begun planned(Ownership.Move move, String uuid) throws ClusterException {
    Places places = stopping.places();
    Place source = places.of(move.source(), uuid, limit());
    Place target = places.of(move.target(), uuid, limit());
    SettleMove settle = new SettleMove(source, target, move, stopping.messages());
    return new Begun(move, target, Optional.empty(), Duration.ZERO, settle);
  }

  /**
   * A migration from this node that an earlier Stop began and did not settle. What another node has
   * on record is that node's: it stays, and keeps every Start from booting.
   *
   * @throws ClusterException there is a migration on record, and nobody says whose it is
   */
  Optional<Begun> leftBehind() throws FolderException, ClusterException {
    ledger.read();
    if (ledger.last() instanceof FoundOwner.Known known
        && known.record().ownership() instanceof Ownership.Moving moving
        && isOfThisResource(known.record())
        && isInNodeList(moving.move().target())
        && moving.move().source().equals(thisNode())) {
      return Optional.of(planned(moving.move(), known.record().subject().uuid()));
    }
    return Optional.empty();
  }

  /** Nobody connects to a node that the cluster does not name, whatever a file says. */
  private boolean isInNodeList(NodeName node) throws ClusterException {
    List<NodeName> nodes = stopping.cluster().apply(limit()).group().nodeList();
    return nodes.isEmpty() || nodes.contains(node);
  }

  private boolean isOfThisResource(OwnerRecord record) {
    return record.subject().resource().equals(stopping.request().resource())
        && record.subject().domain().equals(stopping.domain());
  }

  /**
   * The migration is settled: the target has the domain.
   *
   * @return whether that is on record now, by this node or by the target itself
   */
  boolean arrived(Ownership.Move move, String uuid, String why) {
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(stopping.request().resource(), stopping.domain(), uuid);
    OwnerLedger.Change change =
        new OwnerLedger.Change(subject, new Ownership.Arrived(move), move.source(), why);
    try {
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (ledger.change(change) || isSettledAt(ledger.read(), move.target())) {
          return true;
        }
      }
      notRecorded("others change it all the time");
    } catch (FolderException e) {
      notRecorded(e.words());
    }
    return false;
  }

  private static boolean isSettledAt(FoundOwner found, NodeName node) {
    return found instanceof FoundOwner.Known known
        && !(known.record().ownership() instanceof Ownership.Moving)
        && known.record().ownership().nodes().contains(node);
  }

  /** The last thing on record, as far as this Stop knows. */
  FoundOwner last() {
    return ledger.last();
  }

  /**
   * Whether the last thing on record names that node as one that may run the domain. Where it
   * cannot be read, what this Stop has published stands.
   */
  boolean names(NodeName node) {
    try {
      ledger.read();
    } catch (FolderException e) {
      LOG.debug("the record is not read again: {}", e.words());
    }
    return ledger.last() instanceof FoundOwner.Known known
        && known.record().ownership().nodes().contains(node);
  }

  /** Whether the migration that is about to be made is still the last thing on record. */
  boolean isUnchanged() throws FolderException {
    long own = ledger.last().number();
    return ledger.read().number() == own;
  }

  /** Nothing of the domain has left this node. */
  void keeps(Ownership.Move move, String why) {
    if (!changed(new Ownership.Of(move.source()), move.source(), why)) {
      LOG.debug("the record still says that {}", ledger.last());
    }
  }

  /** The domain is down here. Where the record names another node, it is that node's to change. */
  void released() {
    if (!(ledger.last() instanceof FoundOwner.Known known) || !isOfThisResource(known.record())) {
      return;
    }
    Ownership ownership = known.record().ownership();
    try {
      NodeName here = thisNode();
      boolean isOurs =
          ownership instanceof Ownership.Moving moving
              ? moving.move().source().equals(here)
              : ownership.nodes().contains(here);
      if (isOurs) {
        changed(new Ownership.Nobody(), here, "it was seen down");
      }
    } catch (ClusterException e) {
      notRecorded(e.words());
    }
  }

  private boolean changed(Ownership to, NodeName by, String why) {
    if (!(ledger.last() instanceof FoundOwner.Known known)) {
      return false;
    }
    try {
      if (ledger.change(new OwnerLedger.Change(known.record().subject(), to, by, why))) {
        return true;
      }
      notRecorded("another one was published meanwhile");
    } catch (FolderException e) {
      notRecorded(e.words());
    }
    return false;
  }

  /** The owner on record is not what it should be, and why. */
  void notRecorded(String cause) {
    stopping.messages().sayWithCause(AgentMessage.OWNER_NOT_RECORDED, cause, stopping.domain());
  }

  private NodeName thisNode() throws ClusterException {
    return stopping.cluster().apply(limit()).nodes().thisNode();
  }

  private Deadline limit() {
    return stopping.budget().answer();
  }
}
