package org.scxvm.settle;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.message.Messages;
import org.scxvm.migration.Proof;
import org.scxvm.owner.Ownership;
import org.scxvm.time.Deadline;

/**
 * A migration that this method is about to make or has made, or that an earlier method of this node
 * has left behind: it may have left a copy on its target.
 *
 * @param end how the call ended; empty if another method made it and was ended in the middle
 * @param endedAt when it ended, counted from the start of this process
 * @param settle finds out where the domain is
 */
public record Begun(Route route, Optional<MoveEnd> end, Duration endedAt, SettleMove settle) {

  /**
   * A migration of which nothing is known yet but its nodes.
   *
   * @param ledger where it is on record, or is going to be
   */
  public static Begun of(Route route, OwnerLedger ledger, Messages messages) {
    SettleMove settle = new SettleMove(route, ledger, messages);
    return new Begun(route, Optional.empty(), Duration.ZERO, settle);
  }

  /**
   * The same, after the call has ended.
   *
   * @param at when, counted from the start of this process
   */
  public Begun ended(MoveEnd how, Duration at) {
    return new Begun(route, Optional.of(how), at, settle);
  }

  /** Asks both nodes, for as long as libvirt may still be at it. */
  public Settled settle(Deadline deadline) {
    boolean mayGoOn = end.filter(MoveEnd::mayGoOn).isPresent();
    return settle.settle(new Manner(proof(), mayGoOn, true, true), deadline);
  }

  /**
   * The last chance, when the domain is seen down on this node: nothing is on its way any more.
   *
   * @param mayResume a good copy is let go on
   */
  public Settled finish(boolean mayResume, Deadline deadline) {
    return settle.settle(new Manner(proof(), false, true, mayResume), deadline);
  }

  private Proof proof() {
    if (end.isEmpty()) {
      return Proof.LEFT_BEHIND;
    }
    return end.get().succeeded() ? Proof.HANDED_OVER : Proof.NONE;
  }

  /** How long the guest stood still, as far as libvirt told its part of that. */
  public Optional<Duration> downtime() {
    return figures().downtime().map(measured -> measured.plus(waited()));
  }

  /** What it has taken, if it was successful and libvirt told. */
  public MoveFigures figures() {
    return end.filter(MoveEnd.Succeeded.class::isInstance)
        .map(how -> ((MoveEnd.Succeeded) how).figures())
        .orElse(MoveFigures.UNKNOWN);
  }

  /** From when its memory had arrived until the copy was let go on. */
  private Duration waited() {
    return settle.letGoAt().map(at -> at.minus(endedAt)).orElse(Duration.ZERO);
  }

  public Ownership.Move move() {
    return route.move();
  }

  public Place source() {
    return route.source();
  }

  public Place target() {
    return route.target();
  }

  public String uuid() {
    return route.uuid();
  }
}
