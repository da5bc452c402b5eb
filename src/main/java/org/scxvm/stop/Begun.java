package org.scxvm.stop;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.migration.Proof;
import org.scxvm.owner.Ownership;
import org.scxvm.settle.Manner;
import org.scxvm.settle.Place;
import org.scxvm.settle.SettleMove;
import org.scxvm.settle.Settled;
import org.scxvm.time.Deadline;

/**
 * A migration that has begun, and so may have left a copy on its target.
 *
 * @param move from this node to the other one
 * @param target the other one
 * @param end how the call ended; empty if an earlier Stop made it and was ended in the middle
 * @param endedAt when it ended, counted from the start of this process
 * @param settle finds out where the domain is
 */
record Begun(
    Ownership.Move move, Place target, Optional<MoveEnd> end, Duration endedAt, SettleMove settle) {

  /** Asks both nodes, for as long as libvirt may still be at it. */
  Settled settle(Deadline deadline) {
    return settle.settle(manner(end.filter(MoveEnd::mayGoOn).isPresent()), deadline);
  }

  /** The last chance, when the domain is down here: there is nothing left that could be sent. */
  Settled finish(Deadline deadline) {
    return settle.settle(manner(false), deadline);
  }

  private Manner manner(boolean mayGoOn) {
    return new Manner(proof(), mayGoOn, true, true);
  }

  private Proof proof() {
    if (end.isEmpty()) {
      return Proof.LEFT_BEHIND;
    }
    return end.get().succeeded() ? Proof.HANDED_OVER : Proof.NONE;
  }

  /** How long the guest stood still, as far as libvirt told its part of that. */
  Optional<Duration> downtime() {
    return figures().downtime().map(measured -> measured.plus(waited()));
  }

  /** What it has taken, if it was successful and libvirt told. */
  MoveFigures figures() {
    return end.filter(MoveEnd.Succeeded.class::isInstance)
        .map(how -> ((MoveEnd.Succeeded) how).figures())
        .orElse(MoveFigures.UNKNOWN);
  }

  /** From when its memory had arrived until the copy was let go on. */
  private Duration waited() {
    return settle.letGoAt().map(at -> at.minus(endedAt)).orElse(Duration.ZERO);
  }

  /**
   * The same, after the call has ended.
   *
   * @param at when, counted from the start of this process
   */
  Begun ended(MoveEnd how, Duration at) {
    return new Begun(move, target, Optional.of(how), at, settle);
  }

  /** The domain's identity. */
  String uuid() {
    return target.uuid();
  }
}
