package org.scxvm.recover;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.migration.Side;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.OwnerLedger;
import org.scxvm.time.Deadline;

/** Of the copies that were found one is kept, and put on record. */
record EndCopies(RecoverRequest request, OwnerLedger ledger, Messages messages) {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(20);

  /**
   * Ends all but one.
   *
   * @param owner who is on record
   * @param here this node
   */
  RecoverOutcome end(List<Found> copies, Ownership owner, NodeName here) throws FolderException {
    List<Found> active = copies.stream().filter(Found::isActive).toList();
    Optional<Found> silent = copies.stream().filter(Found::isOpen).findFirst();
    if (silent.isPresent()) {
      return new RecoverOutcome.Open(
          silent.get() + "; when it does not have the domain, say so with --not-on");
    }
    if (active.isEmpty()) {
      return put(new Ownership.Nobody(), owner, here);
    }
    Optional<Found> kept = kept(active, owner);
    if (kept.isEmpty()) {
      return new RecoverOutcome.Open(
          "it runs more than once (" + active + "), say with --keep where it is to stay");
    }
    if (kept.get().waits() && !owner.nodes().contains(nodeOf(kept)) && !isWanted(kept.get())) {
      return new RecoverOutcome.Open(
          kept.get()
              + ", and on record its owner is "
              + ledger.last()
              + "; if its user wants it so, say it with --keep, else end it there");
    }
    for (Found copy : active) {
      if (!copy.equals(kept.get())) {
        Optional<String> failure = end(copy);
        if (failure.isPresent()) {
          return new RecoverOutcome.Open(failure.get());
        }
      }
    }
    NodeName there = nodeOf(kept);
    return put(saysMore(owner, there) ? owner : new Ownership.Of(there), owner, here);
  }

  /** Only a person can tell a pause that somebody wants from a boot of old that came late. */
  private boolean isWanted(Found copy) {
    return request.word().keep().filter(copy.place().node()::equals).isPresent();
  }

  /** That it has not run there yet, or how it came: the next Start there wants to know. */
  private static boolean saysMore(Ownership owner, NodeName node) {
    boolean tells = owner instanceof Ownership.Starting || owner instanceof Ownership.Arrived;
    return tells && owner.nodes().contains(node);
  }

  private static NodeName nodeOf(Optional<Found> kept) {
    return kept.orElseThrow().place().node();
  }

  private Optional<Found> kept(List<Found> active, Ownership owner) {
    if (active.size() == 1) {
      return Optional.of(active.get(0));
    }
    List<Found> wanted =
        active.stream()
            .filter(
                copy ->
                    request
                        .word()
                        .keep()
                        .map(copy.place().node()::equals)
                        .orElseGet(() -> owner.nodes().contains(copy.place().node())))
            .toList();
    return wanted.size() == 1 ? Optional.of(wanted.get(0)) : Optional.empty();
  }

  /** Why the copy is not gone; empty if it is. */
  private Optional<String> end(Found copy) {
    NodeName node = copy.place().node();
    if (request.word().dryRun()) {
      messages.say(AgentMessage.COPY_WOULD_BE_DESTROYED, request.domain(), node);
      return Optional.empty();
    }
    messages.say(AgentMessage.COPY_DESTROYED, request.domain(), node);
    Deadline limit = request.limit().answer().within(CALL_LIMIT);
    try {
      copy.place().hypervisor().power().destroy(request.domain(), limit);
    } catch (HypervisorException e) {
      return Optional.of("the copy on node " + node + " is not gone: " + e.words());
    }
    Side now = copy.place().look(limit);
    return now instanceof Side.Absent
        ? Optional.empty()
        : Optional.of("the copy on node " + node + " is not gone: " + now);
  }

  private RecoverOutcome put(Ownership to, Ownership before, NodeName here) throws FolderException {
    if (request.word().dryRun()) {
      return new RecoverOutcome.Planned("would put on record: " + to + "; now: " + ledger.last());
    }
    boolean readable = !(ledger.last() instanceof FoundOwner.Damaged);
    if (to.equals(before) && readable) {
      return new RecoverOutcome.Settled(to);
    }
    String uuid =
        ledger.last() instanceof FoundOwner.Known known ? known.record().subject().uuid() : "";
    OwnerRecord.Subject subject =
        new OwnerRecord.Subject(request.resource(), request.domain(), uuid);
    return ledger.change(new OwnerLedger.Change(subject, to, here, "a person had it put right"))
        ? new RecoverOutcome.Settled(to)
        : new RecoverOutcome.Open("its owner was changed meanwhile; try again");
  }
}
