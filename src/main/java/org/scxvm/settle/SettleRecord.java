package org.scxvm.settle;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.lastmove.LastMove;
import org.scxvm.lastmove.LastMoves;
import org.scxvm.message.Messages;
import org.scxvm.migration.Proof;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * Settles a migration that is on record and whose method is gone, and puts on record what came of
 * it.
 *
 * @param by this node
 * @param lastMoves where it is noted for people
 */
public record SettleRecord(
    Places places, OwnerLedger ledger, NodeName by, Messages messages, LastMoves lastMoves) {

  /**
   * Asks both nodes until the answer is plain.
   *
   * @param resumesElsewhere a good copy is let go on wherever it is, not only on this node
   */
  public Settled settle(
      OwnerRecord record, Ownership.Move move, boolean resumesElsewhere, Deadline deadline)
      throws ClusterException, FolderException {
    Route route = Route.of(move, record.subject().uuid(), places, deadline);
    SettleMove settle = new SettleMove(route, ledger, messages);
    boolean mayResume = resumesElsewhere || route.target().isHere();
    Settled settled =
        settle.settle(new Manner(Proof.LEFT_BEHIND, false, false, mayResume), deadline);
    if (isFinal(settled, record, deadline)) {
      put(record, settled, move);
      note(record, settled, move, deadline);
    }
    return settled;
  }

  /**
   * A record that a copy has arrived would make its pause one of the user's. And where it is at its
   * source, whoever put the migration on record may be just about to make it: only that node may
   * say that the domain stays.
   */
  private boolean isFinal(Settled settled, OwnerRecord record, Deadline deadline)
      throws ClusterException {
    Ownership.Move move = ((Ownership.Moving) record.ownership()).move();
    boolean waits = settled instanceof Settled.AtTarget there && there.waits(move);
    boolean mayBegin =
        settled instanceof Settled.AtSource && !maySayThatItStays(record, move, deadline);
    return settled.isTold() && !waits && !mayBegin;
  }

  /** A node that was fetching the domain and is thrown out will not go on: the source may, too. */
  private boolean maySayThatItStays(OwnerRecord record, Ownership.Move move, Deadline deadline)
      throws ClusterException {
    NodeName mover = record.origin().by();
    return mover.equals(by)
        || (move.source().equals(by)
            && (places.vacant().contains(mover)
                || places.cluster().apply(deadline).nodes().isDown(mover)));
  }

  private void put(OwnerRecord record, Settled settled, Ownership.Move move)
      throws FolderException {
    Ownership owner = new Ownership.Nobody();
    if (settled instanceof Settled.AtTarget) {
      owner = new Ownership.Arrived(move);
    } else if (settled instanceof Settled.AtSource) {
      owner = new Ownership.Of(move.source());
    }
    String why = "the migration was settled";
    if (!ledger.change(new OwnerLedger.Change(record.subject(), owner, by, why))) {
      ledger.read(); // whoever was faster has seen the same
    }
  }

  private void note(OwnerRecord record, Settled settled, Ownership.Move move, Deadline deadline) {
    LastMove note =
        new LastMove(
            record.subject(),
            new LastMove.Course(
                move.source(), move.target(), Optional.empty(), record.origin().time()),
            new LastMove.End(settled.word(), LastMove.LEFT_BEHIND, ledger.last().toString()),
            LastMove.Taken.UNKNOWN,
            new LastMove.Origin(by, deadline.time().wallClock()));
    lastMoves.keep(note, deadline);
  }
}
