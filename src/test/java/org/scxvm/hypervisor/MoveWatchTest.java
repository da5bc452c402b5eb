package org.scxvm.hypervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.MoveTuning.Downtime;

/** What looks at a move say, one after the other; a guest of 1000 bytes. */
class MoveWatchTest {

  private static final long ALL = 1000;
  private static final long SLOW = 10;

  private MoveWatch watch = new MoveWatch(MoveTuning.NONE);
  private long sent;
  private int second;

  private static MoveTuning tuning(Downtime downtime, Duration stall) {
    return new MoveTuning(downtime, false, Optional.empty(), OptionalInt.empty(), false, stall);
  }

  private static Downtime downtime(long first, long most) {
    return new Downtime(
        Optional.of(Duration.ofMillis(first)), Optional.of(Duration.ofMillis(most)));
  }

  /** A look a second after the one before, at which something has moved. */
  private List<String> moves(long pass, long remaining) {
    sent += SLOW;
    return stands(pass, remaining);
  }

  /** A look a second after the one before. */
  private List<String> stands(long pass, long remaining) {
    return look(new MoveSample(ALL, sent, remaining, pass, 100, 0, 0));
  }

  private List<String> look(MoveSample sample) {
    second++;
    return watch.after(Duration.ofSeconds(second), sample).stream()
        .map(MoveWatchTest::words)
        .toList();
  }

  private static String words(MoveStep step) {
    if (step instanceof MoveStep.Sent part) {
      return "sent " + part.percent();
    } else if (step instanceof MoveStep.PassBegan began) {
      return "pass " + began.sample().pass();
    } else if (step instanceof MoveStep.DowntimeRaised raised) {
      return "downtime " + raised.to().toMillis();
    } else if (step instanceof MoveStep.Stalled stalled) {
      return "stalled for " + stalled.lasting().toSeconds();
    } else if (step instanceof MoveStep.Throttled throttled) {
      return "throttled " + throttled.percent();
    }
    throw new AssertionError("the watch never says " + step);
  }

  @Test
  void eachQuarterOfTheFirstPassIsToldOnce() {
    assertEquals(List.of("pass 1"), moves(1, 990));
    assertEquals(List.of(), moves(1, 760));
    assertEquals(List.of("sent 25"), moves(1, 750));
    assertEquals(List.of(), moves(1, 740));
    assertEquals(List.of("sent 75"), moves(1, 200));
    assertEquals(List.of(), moves(1, 0));
    assertEquals(List.of("pass 2"), moves(2, 400));
    assertEquals(List.of(), moves(2, 0));
  }

  @Test
  void moreRemainingThanThereIsMemoryIsNothingSent() {
    assertEquals(0, new MoveSample(ALL, 0, ALL + 1, 1, 0, 0, 0).percent());
  }

  @Test
  void aMoveInWhichNothingMovesHasStalledAfterItsTime() {
    moves(1, 900);
    for (int i = 0; i < 9; i++) {
      assertEquals(List.of(), stands(1, 900));
    }
    assertEquals(List.of("stalled for 10"), stands(1, 900));
    assertEquals(List.of("stalled for 11"), stands(1, 900));
    assertEquals(List.of(), moves(1, 890), "it goes on");
    assertEquals(List.of(), stands(1, 890));
  }

  @Test
  void aStallHasTheLengthThatIsAskedFor() {
    watch = new MoveWatch(tuning(Downtime.UNSET, Duration.ofSeconds(3)));
    moves(1, 900);
    stands(1, 900);
    assertEquals(List.of(), stands(1, 900));
    assertEquals(List.of("stalled for 3"), stands(1, 900));
  }

  @Test
  void looksThatWereMissedInBetweenAreNoExcuse() {
    moves(1, 900);
    second += 30;
    assertEquals(List.of("stalled for 31"), stands(1, 900));
  }

  @Test
  void aNewPassIsAMovement() {
    moves(1, 900);
    second += 8;
    assertEquals(List.of("pass 2"), stands(2, 500));
    assertEquals(List.of(), stands(2, 500));
  }

  @Test
  void theOtherNodeMayTakeItsTimeBeforeTheFirstByteAndAfterTheLast() {
    for (int i = 0; i < 60; i++) {
      assertEquals(List.of(), look(new MoveSample(0, 0, 0, 0, 0, 0, 0)));
    }
    assertEquals(List.of("pass 1"), moves(1, 900));
    moves(2, 0);
    for (int i = 0; i < 60; i++) {
      assertEquals(List.of(), stands(2, 0));
    }
  }

  @Test
  void theDowntimeIsDoubledWithEachPassThatIsAsLongAsTheOneBefore() {
    watch = new MoveWatch(tuning(downtime(100, 500), MoveTuning.STALL));
    moves(1, 1000);
    assertEquals(List.of("pass 2"), moves(2, 800), "shorter than the first");
    assertEquals(List.of(), moves(2, 790), "the same pass");
    assertEquals(List.of("pass 3"), moves(3, 700), "shorter");
    assertEquals(List.of("pass 4", "downtime 200"), moves(4, 640), "about as long");
    assertEquals(List.of("pass 7", "downtime 400"), moves(7, 650), "longer");
    assertEquals(List.of("pass 8", "downtime 500"), moves(8, 650), "no further than asked for");
    assertEquals(List.of("pass 9"), moves(9, 650));
  }

  @Test
  void aSecondPassAsLongAsTheFirstRaisesItAtOnce() {
    watch = new MoveWatch(tuning(downtime(100, 500), MoveTuning.STALL));
    moves(1, 900);
    assertEquals(List.of("pass 2", "downtime 200"), moves(2, 950));
  }

  @Test
  void aGuestThatIsAsFastAsTheLinkRaisesIt() {
    watch = new MoveWatch(tuning(downtime(100, 500), MoveTuning.STALL));
    moves(1, 900);
    assertEquals(List.of("pass 2"), look(new MoveSample(ALL, 500, 300, 2, 100, 90, 0)));
    assertEquals(
        List.of("pass 3", "downtime 200"), look(new MoveSample(ALL, 600, 200, 3, 100, 91, 0)));
  }

  @Test
  void aMoveThatIsFirstSeenInALaterPassHasNothingToCompareWith() {
    watch = new MoveWatch(tuning(downtime(100, 500), MoveTuning.STALL));
    assertEquals(List.of("pass 3"), moves(3, 900));
    assertEquals(List.of("pass 4", "downtime 200"), moves(4, 900));
  }

  @Test
  void withoutADowntimeTheRaisingBeginsAtThatOfTheHypervisor() {
    Downtime most = new Downtime(Optional.empty(), Optional.of(Duration.ofSeconds(1)));
    watch = new MoveWatch(tuning(most, MoveTuning.STALL));
    moves(1, 900);
    assertEquals(List.of("pass 2", "downtime 600"), moves(2, 1000));
  }

  @Test
  void nobodyRaisesWhatNobodyAllowed() {
    moves(1, 900);
    assertEquals(List.of("pass 2"), moves(2, 1000));
    assertEquals(List.of("pass 3"), moves(3, 1000));
  }

  @Test
  void throttlingIsToldWheneverItChanges() {
    List<String> told = new ArrayList<>();
    for (int throttle : new int[] {0, 20, 20, 30, 0}) {
      sent += SLOW;
      told.addAll(look(new MoveSample(ALL, sent, 990, 1, 0, 0, throttle)));
    }
    assertEquals(List.of("pass 1", "throttled 20", "throttled 30", "throttled 0"), told);
  }
}
