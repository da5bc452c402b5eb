package org.scxvm.recover;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
    Deadline deadline = request.limit().answer();
    try {
      Cluster asked = cluster.apply(deadline);
      NodeName here = asked.nodes().thisNode();
      FoundOwner found = ledger.read();
      Ownership owner = ownerOf(found, request);
      Places places =
          new Places(
              hypervisors,
              request.connectUri(),
              request.peers(),
              cluster,
              request.domain(),
              request.word().notOn());
      Set<NodeName> nodes = new LinkedHashSet<>(asked.group().nodeList());
      Set<NodeName> unlisted = new LinkedHashSet<>(owner.nodes());
      unlisted.removeAll(nodes);
      unlisted.removeAll(request.word().notOn());
      if (!nodes.isEmpty() && !unlisted.isEmpty()) {
        return new RecoverOutcome.Open(
            "the node list does not name " + unlisted + "; speak for it with --not-on");
      }
      if (owner instanceof Ownership.Moving moving && found instanceof FoundOwner.Known known) {
        SettleRecord settle = new SettleRecord(places, ledger, here, messages, files.lastMoves());
        return request.word().dryRun()
            ? planned(places, known.record().subject().uuid(), moving.move(), deadline)
            : settled(settle, known.record(), moving.move(), deadline);
      }
      nodes.addAll(owner.nodes());
      nodes.add(here);
      nodes.removeAll(request.word().notOn());
      List<Found> copies = look(places, nodes, uuidOf(found, owner), deadline);
      return new EndCopies(request, ledger, messages).end(copies, owner, here);
    } catch (FolderException | ClusterException e) {
      return new RecoverOutcome.Open(String.valueOf(e.getMessage()));
    }
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

  private RecoverOutcome settled(
      SettleRecord settle, OwnerRecord record, Ownership.Move move, Deadline deadline)
      throws FolderException, ClusterException {
    Settled settled = settle.settle(record, move, true, deadline);
    if (settled instanceof Settled.Open open) {
      return new RecoverOutcome.Open(open.reason());
    }
    if (settled instanceof Settled.AtSource && isStillMoving(settle.ledger().last())) {
      NodeName mover = record.origin().by();
      String where = mover.equals(move.source()) ? "there" : "on node " + mover;
      return new RecoverOutcome.Open("it is on node " + move.source() + ": recover it " + where);
    }
    if (settled instanceof Settled.AtTarget there && there.waits(move)) {
      return new RecoverOutcome.Open("its copy on node " + move.target() + " does not go on");
    }
    return settle.ledger().last() instanceof FoundOwner.Known known
        ? new RecoverOutcome.Settled(known.record().ownership())
        : new RecoverOutcome.Open("the record is gone");
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
