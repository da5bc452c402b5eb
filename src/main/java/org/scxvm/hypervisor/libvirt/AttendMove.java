package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.hypervisor.MoveStep;
import org.scxvm.hypervisor.MoveWatch;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a move and looks at it until it ends, or has to be ended. */
final class AttendMove {

  private static final Logger LOG = LoggerFactory.getLogger(AttendMove.class);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** A question beside the move; it is not worth waiting for. */
  private static final Duration ASIDE_LIMIT = Duration.ofSeconds(2);

  /** Figures are for people, and the guest stands still until they are there. */
  private static final Duration FIGURES_LIMIT = Duration.ofMillis(500);

  /** How long a cancelled move may take to end: libvirt was seen to need five seconds. */
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  private final MoveCalls move;
  private final MoveRequest request;
  private final Deadline deadline;
  private final Deadline last;
  private final MoveWatch watch;

  AttendMove(MoveCalls move, MoveRequest request, Deadline deadline, Deadline last) {
    this.move = move;
    this.request = request;
    this.deadline = deadline;
    this.last = last;
    this.watch = new MoveWatch(request.options().tuning());
  }

  MoveEnd attend() {
    if (request.live()) {
      request.options().tuning().downtime().first().ifPresent(this::allowDowntime);
    }
    if (deadline.hasPassed()) {
      return new MoveEnd.NotBegun("there is no time left for it");
    }
    move.begin();
    while (!deadline.hasPassed() && !Thread.currentThread().isInterrupted()) {
      Optional<Optional<String>> end = move.endBy(deadline.within(LOOK_EVERY));
      if (end.isPresent()) {
        return ended(end.get());
      }
      Optional<Duration> stalled = look();
      if (stalled.isPresent()) {
        return cancelled("nothing moved for " + stalled.get().toSeconds() + " s", false);
      }
    }
    return cancelled("", true);
  }

  private MoveEnd ended(Optional<String> error) {
    if (error.isPresent()) {
      return new MoveEnd.Failed(error.get());
    }
    MoveFigures figures =
        aside("figures", last.within(FIGURES_LIMIT), move::figures).orElse(MoveFigures.UNKNOWN);
    tell(new MoveStep.Finished(figures));
    return new MoveEnd.Succeeded(figures);
  }

  /**
   * Looks once and does what follows; the answer is for how long nothing has moved, if too long.
   */
  private Optional<Duration> look() {
    Optional<MoveSample> sample = aside("statistics", deadline, move::sample);
    if (sample.isEmpty()) {
      return Optional.empty(); // libvirt's silence says nothing about the move
    }
    tell(new MoveStep.Looked(sample.get()));
    Optional<Duration> stalled = Optional.empty();
    for (MoveStep step : watch.after(deadline.time().sinceStart(), sample.get())) {
      tell(step);
      if (step instanceof MoveStep.DowntimeRaised raised) {
        allowDowntime(raised.to());
      } else if (step instanceof MoveStep.Stalled still) {
        stalled = Optional.of(still.lasting());
      }
    }
    return stalled;
  }

  private void allowDowntime(Duration downtime) {
    try {
      BoundedCall.<Integer, LibvirtException>run(
          "downtime", deadline.within(ASIDE_LIMIT), () -> move.allowDowntime(downtime));
    } catch (LibvirtException | RuntimeException | LinkageError | TimeoutException e) {
      tell(new MoveStep.NotTaken("downtime of " + downtime.toMillis() + " ms", Move.words(e)));
    }
  }

  private void tell(MoveStep step) {
    LOG.debug("move: {}", step);
    request.watcher().sees(step);
  }

  /** Its lack must not make the move look different. */
  private static <T> Optional<T> aside(
      String what, Deadline until, BoundedCall<T, LibvirtException> call) {
    try {
      return Optional.of(BoundedCall.run(what, until.within(ASIDE_LIMIT), call));
    } catch (LibvirtException | RuntimeException | LinkageError | TimeoutException e) {
      LOG.debug("no {} of the move: {}", what, e.getMessage());
      return Optional.empty();
    }
  }

  /** Ends the job, and waits for the end of the migrate call itself. */
  private MoveEnd cancelled(String why, boolean outOfTime) {
    Deadline until = Deadline.in(deadline.time(), CANCEL_LIMIT).earlier(last);
    String how = why + (why.isEmpty() ? "" : ", ");
    try {
      BoundedCall.<Integer, LibvirtException>run("cancel", until, move::cancel);
      how += "cancelled";
    } catch (LibvirtException e) {
      how += "cancelling it failed: " + e.getMessage();
    } catch (TimeoutException e) {
      how += "libvirt gave no answer when it was to be cancelled";
    }
    Optional<Optional<String>> end = move.endBy(until);
    if (end.isEmpty()) {
      return new MoveEnd.OutOfTime(how + "; libvirt has not ended it yet", false);
    }
    if (end.get().isEmpty()) {
      return ended(end.get()); // it was through before it could be cancelled
    }
    return outOfTime ? new MoveEnd.OutOfTime(how, true) : new MoveEnd.Failed(how);
  }
}
