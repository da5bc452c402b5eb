package org.scxvm.recover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DomainFiles;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.message.Messages;
import org.scxvm.migration.MoveDecision;
import org.scxvm.migration.MoveTruth;
import org.scxvm.migration.Proof;
import org.scxvm.migration.Side;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.settle.Place;
import org.scxvm.settle.Places;
import org.scxvm.settle.SettleRecord;
import org.scxvm.settle.Settled;
import org.scxvm.time.Deadline;

/**
 * Puts right what a Start or a Stop has left open: settles a migration that is on record, ends the
 * second copy of a domain that runs twice, and puts on record where the domain is.
 */
public final class RecoverDomain {

  private final Hypervisors hypervisors;
  private final Function<Deadline, Cluster> cluster;
  private final DomainFiles files;
  private final Messages messages;

  /** Connects the use case to its ports. */
  public RecoverDomain(
      Hypervisors hypervisors,
      Function<Deadline, Cluster> cluster,
      DomainFiles files,
      Messages messages) {
    this.hypervisors = hypervisors;
    this.cluster = cluster;
    this.files = files;
    this.messages = messages;
  }

  /** Asks every node, and acts on what they say. */
  public RecoverOutcome recover(RecoverRequest request) {
    OwnerLedger ledger = new OwnerLedger(files.owners(), messages, request.limit().time());
    try {
      Cluster asked = cluster.apply(request.limit().answer());
      Ownership owner = ownerOf(ledger.read(), request);
      Set<NodeName> unlisted = unlisted(asked.group().nodeList(), owner, request);
      return unlisted.isEmpty()
          ? recover(request, ledger, asked)
          : new RecoverOutcome.Open(
              "the node list does not name " + unlisted + "; speak for it with --not-on");
    } catch (FolderException | ClusterException e) {
      return new RecoverOutcome.Open(String.valueOf(e.getMessage()));
    }
  }

  private RecoverOutcome recover(RecoverRequest request, OwnerLedger ledger, Cluster asked)
      throws FolderException, ClusterException {
    Deadline deadline = request.limit().answer();
    NodeName here = asked.nodes().thisNode();
    Places places = places(request);
    if (ownerOf(ledger.last(), request) instanceof Ownership.Moving moving
        && ledger.last() instanceof FoundOwner.Known known) {
      if (request.word().dryRun()) {
        return planned(places, known.record().subject().uuid(), moving.move(), deadline);
      }
      SettleRecord settle = new SettleRecord(places, ledger, here, messages, files.lastMoves());
      Optional<String> open = unsettled(settle, known.record(), moving.move(), deadline);
      if (open.isPresent()) {
        return new RecoverOutcome.Open(open.get());
      }
    }
    FoundOwner found = ledger.last();
    Ownership owner = ownerOf(found, request);
    Set<NodeName> nodes = new LinkedHashSet<>(asked.group().nodeList());
    nodes.addAll(owner.nodes());
    nodes.add(here);
    nodes.removeAll(request.word().notOn());
    List<Found> copies = look(places, nodes, uuidOf(found, owner), deadline);
    return new EndCopies(request, ledger, messages).end(copies, owner, here);
  }

  private Places places(RecoverRequest request) {
    return new Places(
        hypervisors,
        request.connectUri(),
        request.peers(),
        cluster,
        request.domain(),
        request.word().notOn());
  }

  /** Nodes on record to which nobody connects: the cluster does not name them. */
  private static Set<NodeName> unlisted(
      List<NodeName> listed, Ownership owner, RecoverRequest request) {
    Set<NodeName> unlisted = new LinkedHashSet<>(listed.isEmpty() ? Set.of() : owner.nodes());
    unlisted.removeAll(listed);
    unlisted.removeAll(request.word().notOn());
    return unlisted;
  }

  private static RecoverOutcome planned(
      Places places, String uuid, Ownership.Move move, Deadline deadline) throws ClusterException {
    Set<NodeName> both = new LinkedHashSet<>(List.of(move.source(), move.target()));
    List<Found> sides = look(places, both, uuid, deadline);
    Side source = sides.get(0).side();
    Side target = sides.get(1).side();
    MoveDecision decision =
        MoveDecision.of(MoveTruth.of(source, target), Proof.LEFT_BEHIND.after(source));
    return new RecoverOutcome.Planned(
        "migration from " + move + ", " + sides + ": would " + decision.words());
  }

  /** Settles a migration: why it is not; empty if it is. A third node may have a copy yet. */
  private static Optional<String> unsettled(
      SettleRecord settle, OwnerRecord record, Ownership.Move move, Deadline deadline)
      throws FolderException, ClusterException {
    Settled settled = settle.settle(record, move, true, deadline);
    if (settled instanceof Settled.Open open) {
      return Optional.of(open.reason());
    }
    if (settled instanceof Settled.Overtaken) {
      return Optional.of("another node has settled it: " + settle.ledger().last() + "; try again");
    }
    if (settled instanceof Settled.AtSource && isStillMoving(settle.ledger().last())) {
      NodeName mover = record.origin().by();
      String where = mover.equals(move.source()) ? "there" : "on node " + mover;
      return Optional.of("it is on node " + move.source() + ": recover it " + where);
    }
    return settled instanceof Settled.AtTarget there && there.waits(move)
        ? Optional.of("its copy on node " + move.target() + " does not go on")
        : Optional.empty();
  }

  /** Then another node has begun it, and may be just about to make it. */
  private static boolean isStillMoving(FoundOwner found) {
    return found instanceof FoundOwner.Known known
        && known.record().ownership() instanceof Ownership.Moving;
  }

  private static Ownership ownerOf(FoundOwner found, RecoverRequest request) {
    return found instanceof FoundOwner.Known known
            && known.record().subject().resource().equals(request.resource())
            && known.record().subject().domain().equals(request.domain())
        ? known.record().ownership()
        : new Ownership.Nobody();
  }

  /** Nobody has an identity on record: then the name decides. */
  private static String uuidOf(FoundOwner found, Ownership owner) {
    return found instanceof FoundOwner.Known known && known.record().ownership().equals(owner)
        ? known.record().subject().uuid()
        : "";
  }

  private static List<Found> look(
      Places places, Set<NodeName> nodes, String uuid, Deadline deadline) throws ClusterException {
    List<Supplier<Found>> questions = new ArrayList<>();
    for (NodeName node : nodes) {
      Place place = places.of(node, uuid, deadline);
      questions.add(() -> new Found(place, place.look(deadline.within(Found.LIMIT))));
    }
    return deadline.time().together(questions);
  }
}
