package org.scxvm.hypervisor.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.hypervisor.MoveStep;
import org.scxvm.hypervisor.MoveTuning;
import org.scxvm.hypervisor.MoveTuning.Downtime;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** A move whose libvirt is played: what is asked of it, and what is made of its answers. */
class AttendMoveTest {

  private static final Optional<Optional<String>> GOES_ON = Optional.empty();
  private static final Optional<Optional<String>> WORKED = Optional.of(Optional.empty());
  private static final Optional<Optional<String>> ABORTED = Optional.of(Optional.of("aborted"));

  private static final MoveFigures FIGURES =
      new MoveFigures(
          Optional.of(Duration.ofMillis(120)),
          Optional.of(Duration.ofSeconds(6)),
          OptionalLong.of(1234),
          3);

  private final SimulatedTime time = new SimulatedTime();
  private final PlayedMove move = new PlayedMove();
  private final List<MoveStep> heard = new ArrayList<>();

  /** One that moves, until it is told not to. */
  private final class PlayedMove implements MoveCalls {
    private final List<String> asked = new ArrayList<>();
    private Duration takes = Duration.ofDays(1);
    private Optional<Optional<String>> end = WORKED;
    private Optional<Optional<String>> endWhenCancelled = ABORTED;
    private Duration standsFrom = Duration.ofDays(1);
    private boolean refuses;
    private boolean busyGuest;
    private boolean cancelled;

    @Override
    public void begin() {
      asked.add("begin");
    }

    @Override
    public Optional<Optional<String>> endBy(Deadline deadline) {
      if (cancelled) {
        time.sleep(endWhenCancelled.isEmpty() ? deadline.remaining() : Duration.ZERO);
        return endWhenCancelled;
      }
      Duration left = takes.minus(time.sinceStart());
      boolean inTime = left.compareTo(deadline.remaining()) <= 0;
      time.sleep(inTime ? left : deadline.remaining());
      return inTime ? end : GOES_ON;
    }

    @Override
    public MoveSample sample() throws LibvirtException {
      mayRefuse();
      Duration now = time.sinceStart();
      long sent = (now.compareTo(standsFrom) < 0 ? now : standsFrom).toSeconds();
      long pass = busyGuest ? sent : 1;
      return new MoveSample(1000, sent, 900, pass, 1, 0, 0);
    }

    @Override
    public int allowDowntime(Duration downtime) throws LibvirtException {
      asked.add("downtime " + downtime.toMillis());
      mayRefuse();
      return 0;
    }

    @Override
    public int cancel() throws LibvirtException {
      asked.add("cancel at " + time.sinceStart().toSeconds());
      cancelled = true;
      mayRefuse();
      return 0;
    }

    @Override
    public MoveFigures figures() throws LibvirtException {
      mayRefuse();
      return FIGURES;
    }

    private void mayRefuse() throws LibvirtException {
      if (refuses) {
        LibvirtException refusal = mock(LibvirtException.class);
        when(refusal.getMessage()).thenReturn("not supported");
        throw refusal;
      }
    }
  }

  private MoveEnd attend(boolean live, Downtime downtime) {
    MoveTuning tuning =
        new MoveTuning(
            downtime, false, Optional.empty(), OptionalInt.empty(), false, MoveTuning.STALL);
    MoveRequest.Options options =
        new MoveRequest.Options("", false, false, OptionalLong.empty(), tuning);
    MoveRequest request = new MoveRequest(live, "there", options, heard::add);
    Deadline deadline = Deadline.in(time, Duration.ofSeconds(60));
    Deadline last = Deadline.in(time, Duration.ofSeconds(100));
    return new AttendMove(move, request, deadline, last).attend();
  }

  private MoveEnd attend() {
    return attend(true, Downtime.UNSET);
  }

  @Test
  void aMoveThatWorksHasItsFigures() {
    move.takes = Duration.ofSeconds(6);
    assertEquals(new MoveEnd.Succeeded(FIGURES), attend());
    assertEquals(List.of("begin"), move.asked);
    assertEquals(new MoveStep.Finished(FIGURES), heard.get(heard.size() - 1));
  }

  @Test
  void aMoveWithoutFiguresHasWorkedAllTheSame() {
    move.takes = Duration.ofSeconds(60);
    move.refuses = true;
    assertEquals(new MoveEnd.Succeeded(MoveFigures.UNKNOWN), attend());
    assertEquals(List.of("begin"), move.asked, "libvirt's silence is no stall");
  }

  @Test
  void whatLibvirtSaysOfAFailureIsTheReason() {
    move.takes = Duration.ofSeconds(6);
    move.end = Optional.of(Optional.of("no route to host"));
    assertEquals(new MoveEnd.Failed("no route to host"), attend());
  }

  @Test
  void aMoveInWhichNothingMovesIsCancelled() {
    move.standsFrom = Duration.ofSeconds(20);
    assertEquals(new MoveEnd.Failed("nothing moved for 10 s, cancelled"), attend());
    assertEquals(List.of("begin", "cancel at 30"), move.asked);
  }

  @Test
  void aMoveOutOfTimeIsCancelled() {
    assertEquals(new MoveEnd.OutOfTime("cancelled", true), attend());
    assertEquals(List.of("begin", "cancel at 60"), move.asked);
  }

  @Test
  void aMoveThatIsThroughBeforeItCanBeCancelledHasWorked() {
    move.endWhenCancelled = WORKED;
    assertEquals(new MoveEnd.Succeeded(FIGURES), attend());
  }

  @Test
  void aCancelledMoveThatDoesNotEndMayGoOn() {
    move.standsFrom = Duration.ofSeconds(20);
    move.endWhenCancelled = GOES_ON;
    assertEquals(
        new MoveEnd.OutOfTime(
            "nothing moved for 10 s, cancelled; libvirt has not ended it yet", false),
        attend());
    assertEquals(Duration.ofSeconds(40), time.sinceStart(), "it is waited for");
  }

  @Test
  void aRefusalToCancelIsNamed() {
    move.refuses = true;
    assertEquals(new MoveEnd.OutOfTime("cancelling it failed: not supported", true), attend());
  }

  @Test
  void theDowntimeIsSetBeforeTheMoveAndRaisedWithinIt() {
    move.busyGuest = true;
    move.takes = Duration.ofSeconds(6);
    Downtime downtime =
        new Downtime(Optional.of(Duration.ofMillis(100)), Optional.of(Duration.ofMillis(300)));
    attend(true, downtime);
    assertEquals(List.of("downtime 100", "begin", "downtime 200", "downtime 300"), move.asked);
  }

  @Test
  void aDowntimeThatIsNotTakenIsToldAndTheMoveGoesOn() {
    move.refuses = true;
    move.takes = Duration.ofSeconds(6);
    Downtime downtime = new Downtime(Optional.of(Duration.ofMillis(100)), Optional.empty());
    assertEquals(new MoveEnd.Succeeded(MoveFigures.UNKNOWN), attend(true, downtime));
    assertEquals(new MoveStep.NotTaken("downtime of 100 ms", "not supported"), heard.get(0));
  }

  @Test
  void aSuspendedGuestStandsStillAllTheTime() {
    move.takes = Duration.ofSeconds(6);
    Downtime downtime = new Downtime(Optional.of(Duration.ofMillis(100)), Optional.empty());
    attend(false, downtime);
    assertEquals(List.of("begin"), move.asked);
  }

  @Test
  void aMoveThatIsDueAfterItsDeadlineIsNotMade() {
    time.sleep(Duration.ofSeconds(61));
    MoveRequest request =
        new MoveRequest(
            true, "there", new MoveRequest.Options("", false, false, OptionalLong.empty()));
    Deadline deadline = Deadline.at(time, Duration.ofSeconds(60));
    assertEquals(
        new MoveEnd.NotBegun("there is no time left for it"),
        new AttendMove(move, request, deadline, deadline).attend());
    assertEquals(List.of(), move.asked);
  }
}
