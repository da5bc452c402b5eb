package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/**
 * Migrates through libvirt-java. This process holds both connections, so that its death rolls the
 * move back; a peer-to-peer move would go on alone.
 */
final class LibvirtMoves implements DomainMoves {

  /** How long a cancelled move may take to end: libvirt was seen to need five seconds. */
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  private final String uri;

  LibvirtMoves(String uri) {
    this.uri = uri;
  }

  @Override
  public MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline) {
    Move move;
    try {
      move =
          BoundedCall.<Move, LibvirtException>run(
              "connect", deadline, () -> Move.prepare(uri, domain.value(), request));
    } catch (LibvirtException e) {
      return new MoveEnd.NotBegun(String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      return new MoveEnd.NotBegun("no connection to both nodes in time");
    }
    try {
      return BoundedCall.<MoveEnd, LibvirtException>run("migrate", deadline, move::make);
    } catch (LibvirtException e) {
      return new MoveEnd.Failed(String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      return new MoveEnd.OutOfTime(cancelled(move, Deadline.in(deadline.time(), CANCEL_LIMIT)));
    }
  }

  /** Ends the job; returns how that went. The end of the migrate call itself is waited for. */
  private static String cancelled(Move move, Deadline deadline) {
    try {
      BoundedCall.<Integer, LibvirtException>run("cancel", deadline, move::cancel);
    } catch (LibvirtException e) {
      return "out of time; cancelling it failed: " + e.getMessage();
    } catch (TimeoutException e) {
      return "out of time; libvirt gave no answer to the cancellation";
    }
    return move.hasEndedBy(deadline)
        ? "out of time, cancelled"
        : "out of time; cancelled, but libvirt has not ended it yet";
  }
}
