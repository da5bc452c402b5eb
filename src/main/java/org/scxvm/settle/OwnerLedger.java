package org.scxvm.settle;

import org.scxvm.folder.FolderException;
import org.scxvm.folder.SealedText;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The record of a domain's owner as one method sees it: what it has read it follows. */
public final class OwnerLedger {

  private static final Logger LOG = LoggerFactory.getLogger(OwnerLedger.class);

  private final OwnerRecords records;
  private final Messages messages;
  private final Time time;
  private FoundOwner last = new FoundOwner.None();

  public OwnerLedger(OwnerRecords records, Messages messages, Time time) {
    this.records = records;
    this.messages = messages;
    this.time = time;
  }

  /** Reads the newest record. */
  public FoundOwner read() throws FolderException {
    last = records.find();
    return last;
  }

  /** What was read or published last. */
  public FoundOwner last() {
    return last;
  }

  /** Reads it again; where it cannot be read, what was read or published last stands. */
  public FoundOwner readAgain() {
    try {
      return read();
    } catch (FolderException e) {
      LOG.debug("the record is not read again: {}", e.words());
      return last;
    }
  }

  /**
   * Whether somebody else has put another record after the last one. One that is gone, older or
   * damaged says nothing of the kind.
   */
  public boolean isOvertaken(Deadline deadline) {
    try {
      FoundOwner now = records.find(deadline);
      if (now instanceof FoundOwner.Known known && now.number() > last.number()) {
        messages.say(
            AgentMessage.OWNER_CHANGED,
            known.record().subject().domain(),
            now,
            last,
            "by another node");
        last = now;
        return true;
      }
    } catch (FolderException e) {
      LOG.debug("the record is not read again: {}", e.words());
    }
    return false;
  }

  /**
   * Publishes a change, after what was read or published last, and says it.
   *
   * @return false if somebody else has changed it meanwhile: it has to be read again
   */
  public boolean change(Change change) throws FolderException {
    String now = SealedText.moment(time.wallClock());
    OwnerRecord record =
        new OwnerRecord(
            change.subject(), change.to(), new OwnerRecord.Origin(change.by(), change.why(), now));
    if (!records.publish(last, record)) {
      return false;
    }
    messages.say(
        AgentMessage.OWNER_CHANGED, change.subject().domain(), change.to(), last, change.why());
    last = new FoundOwner.Known(last.number() + 1, record);
    return true;
  }

  /**
   * The same, where nothing is left to do about a failure but to say it.
   *
   * @return whether it is on record now
   */
  public boolean changeOrSay(Change change) {
    String cause = "another one was published meanwhile";
    try {
      if (change(change)) {
        return true;
      }
    } catch (FolderException e) {
      cause = e.words();
    }
    messages.sayWithCause(AgentMessage.OWNER_NOT_RECORDED, cause, change.subject().domain());
    return false;
  }

  /**
   * A change of the owner.
   *
   * @param to who may run the domain from now on
   * @param by the node that says so
   * @param why what has happened
   */
  public record Change(OwnerRecord.Subject subject, Ownership to, NodeName by, String why) {}
}
