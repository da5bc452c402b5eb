package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.Recovery;

class WatchedTest {

  private static final Finding WELL = new Finding(Verdict.WELL, true, "running");
  private static final Finding DOUBTFUL = new Finding(Verdict.DOUBTFUL, true, "paused");
  private static final Finding DOWN = new Finding(Verdict.FAULTY, true, "shut off");
  private static final Deed RESTART = new Deed.Recover(Recovery.RESTART, DOWN);
  private static final Deed GIVEOVER = new Deed.Recover(Recovery.GIVEOVER, DOWN);
  private static final Deed COUNT = new Deed.Count();

  private static Duration at(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Deed tell(Finding finding, boolean alone) {
    return new Deed.Tell(finding, alone);
  }

  private static Watched watched(FailoverMode mode, int restartsBefore) {
    return new Watched(new MonitorPolicy(at(60), 2, at(370), mode), restartsBefore);
  }

  @Test
  void whatIsFoundIsToldOnce() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    assertEquals(List.of(tell(WELL, true)), watched.found(at(0), WELL));
    assertEquals(List.of(), watched.found(at(1), WELL));
    assertEquals(List.of(tell(DOUBTFUL, true)), watched.found(at(2), DOUBTFUL));
    assertEquals(List.of(tell(WELL, true)), watched.found(at(3), WELL));
  }

  @Test
  void aFaultIsActedUponAtOnceAndOnce() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    assertEquals(List.of(RESTART, tell(DOWN, false)), watched.found(at(5), DOWN));
    assertEquals(List.of(), watched.found(at(6), DOWN));
    assertEquals(List.of(), watched.asked(at(7), Recovery.RESTART, Asked.TAKEN));
    assertEquals(List.of(), watched.found(at(8), DOWN), "Stop and Start are about to come");
  }

  @Test
  void aRecoveryThatWasTakenOnAndLedToNothingIsAskedForAgain() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    watched.found(at(5), DOWN);
    watched.asked(at(7), Recovery.RESTART, Asked.TAKEN);
    assertFalse(watched.isDue(at(60)));
    assertTrue(watched.isDue(at(67)));
    assertEquals(List.of(RESTART), watched.found(at(67), DOWN));
  }

  @Test
  void afterRetryCountRestartsTheGroupIsGivenOver() {
    Watched watched = watched(FailoverMode.SOFT, 2);
    assertEquals(List.of(COUNT, tell(DOWN, false)), watched.found(at(5), DOWN));
    assertEquals(List.of(), watched.found(at(6), DOWN), "while the cluster is being asked");
    assertEquals(List.of(GIVEOVER), watched.counted(at(7), Optional.of(2)));
  }

  @Test
  void restartsThatTheClusterHasForgottenDoNotCount() {
    Watched watched = watched(FailoverMode.SOFT, 2);
    watched.found(at(5), DOWN);
    assertEquals(List.of(RESTART), watched.counted(at(7), Optional.of(1)));
  }

  @Test
  void aClusterThatDoesNotSayLeavesTheMonitorsOwnCount() {
    Watched watched = watched(FailoverMode.SOFT, 1);
    watched.found(at(5), DOWN);
    watched.asked(at(6), Recovery.RESTART, Asked.TAKEN);
    assertEquals(List.of(COUNT), watched.found(at(66), DOWN));
    assertEquals(List.of(GIVEOVER), watched.counted(at(67), Optional.empty()));
  }

  @Test
  void aRefusalIsToldAndTheDomainIsWatchedOn() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    watched.found(at(5), DOWN);
    assertEquals(List.of(tell(DOWN, true)), watched.asked(at(6), Recovery.RESTART, Asked.REFUSED));
    assertEquals(List.of(), watched.found(at(20), DOWN));
    assertEquals(List.of(RESTART), watched.found(at(66), DOWN), "after Thorough_probe_interval");
  }

  @Test
  void aMethodThatIsAtWorkIsNotDisturbedAndLookedAfterSoon() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    watched.found(at(5), DOWN);
    assertEquals(List.of(), watched.asked(at(6), Recovery.RESTART, Asked.BUSY));
    assertFalse(watched.isDue(at(6)));
    assertTrue(watched.isDue(at(7)));
    assertEquals(List.of(tell(WELL, true)), watched.found(at(8), WELL));
    assertFalse(watched.isDue(at(9)));
  }

  @Test
  void whatGoesAwayBeforeAnybodyIsAskedIsNoRestart() {
    Watched watched = watched(FailoverMode.SOFT, 1);
    watched.found(at(5), DOWN);
    watched.asked(at(6), Recovery.RESTART, Asked.NOT_NEEDED);
    watched.found(at(7), WELL);
    assertEquals(List.of(RESTART, tell(DOWN, false)), watched.found(at(8), DOWN), "the first one");
  }

  @Test
  void aDomainThatIsWellAgainIsActedUponAtOnceWhenItFailsAnew() {
    Watched watched = watched(FailoverMode.SOFT, 0);
    watched.found(at(5), DOWN);
    watched.asked(at(6), Recovery.RESTART, Asked.TAKEN);
    watched.found(at(7), WELL);
    assertEquals(List.of(RESTART, tell(DOWN, false)), watched.found(at(8), DOWN));
  }

  @Test
  void withLogOnlyNothingIsAskedFor() {
    Watched watched = watched(FailoverMode.LOG_ONLY, 0);
    assertEquals(List.of(tell(DOWN, true)), watched.found(at(5), DOWN));
    assertFalse(watched.isDue(at(500)));
  }

  @Test
  void withRestartOnlyTheGroupIsNeverGivenOver() {
    Watched watched = watched(FailoverMode.RESTART_ONLY, 2);
    watched.found(at(5), DOWN);
    assertEquals(List.of(tell(DOWN, true)), watched.counted(at(6), Optional.of(2)));
    assertEquals(List.of(), watched.found(at(20), DOWN));
    assertEquals(List.of(COUNT), watched.found(at(66), DOWN), "the cluster may have forgotten one");
  }

  /** What a method does when it fails says nothing about what a monitor may ask for. */
  @ParameterizedTest
  @EnumSource(names = {"NONE", "SOFT", "HARD"})
  void theOtherModesAllowBoth(FailoverMode mode) {
    Watched watched = watched(mode, 2);
    watched.found(at(5), DOWN);
    assertEquals(List.of(GIVEOVER), watched.counted(at(6), Optional.of(2)));
    assertEquals(List.of(RESTART, tell(DOWN, false)), watched(mode, 0).found(at(5), DOWN));
  }
}
