package org.scxvm.settle;

import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of the owner through a migration. It is on record before anything is sent, so that a
 * method that is killed in the middle leaves word of the two nodes on which the domain may be.
 *
 * @param mover the node that makes the migration: this one
 */
public record MoveOnRecord(
    OwnerLedger ledger,
    OwnerRecord.Subject subject,
    Ownership.Move move,
    NodeName mover,
    Messages messages) {

  private static final Logger LOG = LoggerFactory.getLogger(MoveOnRecord.class);

  /** Whoever is beaten tries again; more than that is no accident. */
  private static final int ATTEMPTS = 3;

  /**
   * Puts the migration on record.
   *
   * @return false if somebody else has changed the owner meanwhile
   */
  public boolean begin() throws FolderException {
    return ledger.change(change(new Ownership.Moving(move), "a migration begins"));
  }

  /** Whether the migration that is about to be made is still the last thing on record. */
  public boolean isUnchanged() throws FolderException {
    long own = ledger.last().number();
    return ledger.read().number() == own;
  }

  /**
   * The migration is settled: the target has the domain.
   *
   * @return whether that is on record now, by this node or by another one
   */
  public boolean arrived(String why) {
    OwnerLedger.Change change = change(new Ownership.Arrived(move), why);
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

  /** Nothing of the domain has left the source. */
  public void keeps(String why) {
    ends(new Ownership.Of(move.source()), why);
  }

  /** Neither node has anything of the domain. */
  public void gone(String why) {
    ends(new Ownership.Nobody(), why);
  }

  private void ends(Ownership to, String why) {
    if (!ledger.changeOrSay(change(to, why))) {
      LOG.debug("the record still says that {}", ledger.last());
    }
  }

  private OwnerLedger.Change change(Ownership to, String why) {
    return new OwnerLedger.Change(subject, to, mover, why);
  }

  private void notRecorded(String cause) {
    messages.sayWithCause(AgentMessage.OWNER_NOT_RECORDED, cause, subject.domain());
  }
}
