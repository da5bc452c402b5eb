package org.scxvm.stop;

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
import org.scxvm.settle.Begun;
import org.scxvm.settle.MoveOnRecord;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.settle.Route;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The record of the owner through a Stop, which follows what it finds there. */
final class OwnerSteps {

  private static final Logger LOG = LoggerFactory.getLogger(OwnerSteps.class);

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
   * comes after that keeps a migration from being put on record.
   */
  Optional<String> objection(Sighting seen) throws ClusterException {
    if (ledger.last() instanceof FoundOwner.Damaged) {
      return damageObjects(seen);
    }
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

  /** The record of the migration would take the place of what may have named another node. */
  private Optional<String> damageObjects(Sighting seen) throws ClusterException {
    return Elsewhere.ask(stopping, seen.answer().knownUuid().orElse("")).stream()
        .filter(Elsewhere::mayBeActive)
        .map(there -> "on record its owner is " + ledger.last() + ", and " + there)
        .findFirst();
  }

  /** A migration that this node makes, or has made, as it stands on record. */
  MoveOnRecord onRecord(Begun begun) {
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(stopping.request().resource(), stopping.domain(), begun.uuid());
    NodeName here = (begun.source().isHere() ? begun.source() : begun.target()).node();
    return new MoveOnRecord(ledger, subject, begun.move(), here, stopping.messages());
  }

  Ownership.Move moveTo(NodeName target, Sighting seen) throws ClusterException {
    return new Ownership.Move(thisNode(), target, seen.is(Activity.PAUSED_BY_USER));
  }

  /** A migration that is about to begin, or that an earlier method has begun. */
  Begun planned(Ownership.Move move, String uuid) throws ClusterException {
    return Begun.of(Route.of(move, uuid, stopping.places(), limit()), ledger, stopping.messages());
  }

  /**
   * A migration that this node has begun and not settled: an earlier Stop from here, or a Start
   * that was fetching the domain. What another node has begun is that node's: it stays on record,
   * and keeps every Start from booting.
   *
   * @throws ClusterException there is a migration on record, and nobody says whose it is
   */
  Optional<Begun> leftBehind() throws FolderException, ClusterException {
    ledger.read();
    return ledger.last() instanceof FoundOwner.Known known
            && known.record().ownership() instanceof Ownership.Moving moving
            && isOfThisResource(known.record())
            && isOurs(known.record(), moving.move())
        ? Optional.of(planned(moving.move(), known.record().subject().uuid()))
        : Optional.empty();
  }

  /** Nobody connects to a node that the cluster does not name, whatever a file says. */
  private boolean isOurs(OwnerRecord record, Ownership.Move move) throws ClusterException {
    NodeName here = thisNode();
    if (!record.origin().by().equals(here) || !record.ownership().nodes().contains(here)) {
      return false;
    }
    List<NodeName> nodes = stopping.cluster().apply(limit()).group().nodeList();
    NodeName other = move.source().equals(here) ? move.target() : move.source();
    return nodes.isEmpty() || nodes.contains(other);
  }

  private boolean isOfThisResource(OwnerRecord record) {
    return record.subject().resource().equals(stopping.request().resource())
        && record.subject().domain().equals(stopping.domain());
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
    return ledger.readAgain() instanceof FoundOwner.Known known
        && known.record().ownership().nodes().contains(node);
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
              ? moving.move().source().equals(here) && known.record().origin().by().equals(here)
              : ownership.nodes().contains(here);
      if (isOurs) {
        release(known.record(), here);
      }
    } catch (ClusterException e) {
      notRecorded(e.words());
    }
  }

  /** Of two nodes that have booted it at once the record may name the one that has given it up. */
  private void release(OwnerRecord record, NodeName here) {
    OwnerRecord.Subject subject = record.subject();
    Optional<Elsewhere> copy =
        record.ownership() instanceof Ownership.Starting
            ? copyOf(subject.uuid())
            : Optional.empty();
    boolean runs =
        copy.flatMap(it -> it.side().doing()).filter(Activity.RUNNING::equals).isPresent();
    if (copy.isEmpty()) {
      publish(subject, new Ownership.Nobody(), here, "it was seen down");
    } else if (runs) {
      publish(subject, new Ownership.Of(copy.get().node()), here, "it is down here and runs there");
    } else {
      notRecorded("it stays that of " + ledger.last() + ", " + copy.get());
    }
  }

  /** A node that is silent, or that nobody names, is taken to have none. */
  private Optional<Elsewhere> copyOf(String uuid) {
    try {
      return Elsewhere.ask(stopping, uuid).stream().filter(Elsewhere::isActive).findFirst();
    } catch (ClusterException e) {
      LOG.debug("the other nodes are not asked: {}", e.words());
      return Optional.empty();
    }
  }

  private void publish(OwnerRecord.Subject subject, Ownership to, NodeName here, String why) {
    ledger.changeOrSay(new OwnerLedger.Change(subject, to, here, why));
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
