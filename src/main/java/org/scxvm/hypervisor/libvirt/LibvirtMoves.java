package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.DomainMoves;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates through libvirt-java. This process holds both connections, so that its death rolls the
 * move back; a peer-to-peer move would go on alone.
 */
final class LibvirtMoves implements DomainMoves {

  private static final Logger LOG = LoggerFactory.getLogger(LibvirtMoves.class);

  /** How long a cancelled move may take to end: libvirt was seen to need five seconds. */
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  private static final Duration FIGURE_LIMIT = Duration.ofSeconds(2);

  private final String uri;

  LibvirtMoves(String uri) {
    this.uri = uri;
  }

  @Override
  public MoveEnd move(DomainName domain, MoveRequest request, Deadline deadline, Deadline last) {
    Move move;
    try {
      move =
          BoundedCall.<Move, LibvirtException>run(
              "connect", deadline, () -> Move.prepare(uri, domain.value(), request));
    } catch (LibvirtException | RuntimeException | LinkageError e) {
      return new MoveEnd.NotBegun(words(e));
    } catch (TimeoutException e) {
      return new MoveEnd.NotBegun("no connection to both nodes in time");
    }
    try {
      BoundedCall.<Boolean, LibvirtException>run("migrate", deadline, move::make);
      return new MoveEnd.Succeeded(downtime(move, last));
    } catch (LibvirtException | RuntimeException | LinkageError e) {
      return new MoveEnd.Failed(words(e));
    } catch (TimeoutException e) {
      return outOfTime(move, Deadline.in(deadline.time(), CANCEL_LIMIT).earlier(last));
    }
  }

  private static String words(Throwable e) {
    return e instanceof LibvirtException ? String.valueOf(e.getMessage()) : e.toString();
  }

  /** A figure for people: its lack must not make a move that succeeded look different. */
  private static Optional<Duration> downtime(Move move, Deadline last) {
    try {
      return BoundedCall.<Optional<Duration>, LibvirtException>run(
          "statistics", last.within(FIGURE_LIMIT), move::downtime);
    } catch (LibvirtException | RuntimeException | TimeoutException e) {
      LOG.debug("no statistics of the move: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Ends the job, and waits for the end of the migrate call itself. */
  private static MoveEnd outOfTime(Move move, Deadline deadline) {
    String how = "cancelled";
    try {
      BoundedCall.<Integer, LibvirtException>run("cancel", deadline, move::cancel);
    } catch (LibvirtException e) {
      how = "cancelling it failed: " + e.getMessage();
    } catch (TimeoutException e) {
      how = "libvirt gave no answer when it was to be cancelled";
    }
    boolean ended = move.hasEndedBy(deadline);
    return new MoveEnd.OutOfTime(ended ? how : how + "; libvirt has not ended it yet", ended);
  }
}
