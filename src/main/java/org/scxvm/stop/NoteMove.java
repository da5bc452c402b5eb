package org.scxvm.stop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scxvm.folder.SealedText;
import org.scxvm.hypervisor.MoveEnd;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.hypervisor.MoveStep;
import org.scxvm.hypervisor.MoveWatcher;
import org.scxvm.lastmove.LastMove;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.settle.Begun;
import org.scxvm.settle.Settled;
import org.scxvm.settle.TellMove;
import org.scxvm.time.Time;

/** Gathers what becomes known of a migration; all of it is kept when nothing else is left to do. */
final class NoteMove implements MoveWatcher {

  private final Stopping stopping;
  private final MoveWatcher tell;
  private Optional<Beginning> beginning = Optional.empty();
  private Optional<MoveSample> last = Optional.empty();
  private Optional<Ending> ending = Optional.empty();

  NoteMove(Stopping stopping) {
    this.stopping = stopping;
    this.tell = new TellMove(stopping.domain(), stopping.messages());
  }

  /**
   * A migration that this Stop makes.
   *
   * @param at counted from the start of this process
   */
  private record Beginning(boolean live, Instant when, Duration at) {}

  /** What came of it. */
  private record Ending(Begun begun, String outcome, String reason) {}

  /** This Stop is about to migrate; the answer wants to hear what is seen of it. */
  MoveWatcher begins(boolean live) {
    Time time = time();
    beginning = Optional.of(new Beginning(live, time.wallClock(), time.sinceStart()));
    return this;
  }

  @Override
  public void sees(MoveStep step) {
    if (step instanceof MoveStep.Looked looked) {
      last = Optional.of(looked.sample());
    }
    tell.sees(step);
  }

  /** A migration, of this Stop or of an earlier one, has been asked about. */
  void settled(Begun begun, Settled found) {
    String open = found instanceof Settled.Open still ? still.reason() : "";
    String reason =
        Stream.of(begun.end().map(NoteMove::reasonOf).orElse(LastMove.LEFT_BEHIND), open)
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("; "));
    ending = Optional.of(new Ending(begun, found.word(), reason));
  }

  /** It was wanted, and nothing was sent. */
  void notBegun(Begun planned, MoveEnd end) {
    ending = Optional.of(new Ending(planned, "not begun", reasonOf(end)));
  }

  /**
   * Keeps it; nothing of the Stop waits for this.
   *
   * @param owner who may run the domain in the end
   */
  void keep(FoundOwner owner) {
    if (ending.isEmpty()) {
      return;
    }
    Ending known = ending.get();
    Begun begun = known.begun();
    Ownership.Move move = begun.move();
    LastMove note =
        new LastMove(
            new OwnerRecord.Subject(stopping.request().resource(), stopping.domain(), begun.uuid()),
            new LastMove.Course(
                move.source(),
                move.target(),
                beginning.map(Beginning::live),
                beginning.map(it -> SealedText.moment(it.when())).orElse("")),
            new LastMove.End(known.outcome(), known.reason(), owner.toString()),
            taken(begun),
            new LastMove.Origin(move.source(), time().wallClock()));
    stopping.files().lastMoves().keep(note, stopping.budget().answer());
  }

  /** libvirt's own figures are those of a migration that was successful; else the last look's. */
  private LastMove.Taken taken(Begun begun) {
    MoveFigures figures = begun.figures();
    boolean measured = figures.sentBytes().isPresent();
    return new LastMove.Taken(
        figures
            .total()
            .or(() -> beginning.filter(it -> begun.end().isPresent()).map(it -> lasted(begun, it))),
        measured
            ? figures.sentBytes()
            : last.map(look -> OptionalLong.of(look.sent())).orElse(OptionalLong.empty()),
        measured ? figures.passes() : last.map(MoveSample::pass).orElse(0L),
        last.map(MoveSample::dirtyRate).orElse(0L),
        begun.downtime());
  }

  private static Duration lasted(Begun begun, Beginning beginning) {
    return begun.endedAt().minus(beginning.at());
  }

  private static String reasonOf(MoveEnd end) {
    String late = end instanceof MoveEnd.OutOfTime ? "out of time: " : "";
    return end.trouble().map(late::concat).orElse("");
  }

  private Time time() {
    return stopping.request().limit().time();
  }
}
