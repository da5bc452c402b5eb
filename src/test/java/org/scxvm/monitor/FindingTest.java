package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.GuestShutdown;

class FindingTest {

  private static Sighting active(Activity activity) {
    return new Sighting(new Answer.Active("uuid", activity), new ProcessSighting.NotNeeded());
  }

  private static Sighting off(OffReason reason) {
    return new Sighting(new Answer.Inactive("uuid", reason), new ProcessSighting.Absent());
  }

  private static Verdict verdict(Sighting seen, GuestShutdown wanted) {
    return Finding.of(seen, 0, wanted).verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "RUNNING, WELL",
    "BUSY, WELL",
    "PAUSED_BY_USER, DOUBTFUL",
    "PAUSED_SINCE_LATE_BOOT, DOUBTFUL",
    "PAUSED_BY_MIGRATION, DOUBTFUL",
    "PM_SUSPENDED, DOUBTFUL",
    "PAUSED_BY_IO_ERROR, FAULTY",
    "PAUSED_BY_FAULT, FAULTY",
    "CRASHED, FAULTY"
  })
  void anActiveDomainIsJudgedByWhatItDoes(Activity activity, Verdict verdict) {
    assertEquals(verdict, verdict(active(activity), GuestShutdown.STAY_OFF));
  }

  @ParameterizedTest
  @CsvSource({
    "OTHER, RESTART, FAULTY",
    "OTHER, STAY_OFF, FAULTY",
    "SHUT_DOWN, RESTART, FAULTY",
    "SHUT_DOWN, STAY_OFF, LEFT_OFF",
    "MIGRATED, RESTART, LEFT_OFF",
    "MIGRATED, STAY_OFF, LEFT_OFF"
  })
  void aDomainThatIsOffIsJudgedByTheReason(
      OffReason reason, GuestShutdown wanted, Verdict verdict) {
    assertEquals(verdict, verdict(off(reason), wanted));
  }

  @Test
  void aDomainThatLibvirtDoesNotKnowIsDown() {
    Sighting seen = new Sighting(new Answer.NotKnown(), new ProcessSighting.Absent());
    assertEquals(Verdict.FAULTY, verdict(seen, GuestShutdown.STAY_OFF));
  }

  /** libvirt is gone, and that is no reason to restart anything. */
  @Test
  void aSilentLibvirtIsNoFaultOfTheDomain() {
    Answer silent = new Answer.Silent("no line");
    assertEquals(
        Verdict.DOUBTFUL,
        verdict(new Sighting(silent, new ProcessSighting.Alive(7)), GuestShutdown.RESTART));
    assertEquals(
        Verdict.DOUBTFUL,
        verdict(new Sighting(silent, new ProcessSighting.CannotLook("")), GuestShutdown.RESTART));
  }

  @Test
  void aProcessThatHasGoneWhileLibvirtIsSilentIsOne() {
    Sighting seen = new Sighting(new Answer.Silent("no line"), new ProcessSighting.Absent());
    assertEquals(Verdict.FAULTY, verdict(seen, GuestShutdown.STAY_OFF));
  }

  /** Off for libvirt, after the guest has shut down, and a process of it is alive. */
  @Test
  void aStrayProcessIsNeverLeftOff() {
    Sighting seen =
        new Sighting(
            new Answer.Inactive("uuid", OffReason.SHUT_DOWN), new ProcessSighting.Alive(7));
    assertEquals(Verdict.DOUBTFUL, verdict(seen, GuestShutdown.STAY_OFF));
  }

  @ParameterizedTest
  @CsvSource({"1, DOUBTFUL", "2, FAULTY", "3, FAULTY"})
  void aProcessThatStaysStoppedIsAFault(int times, Verdict verdict) {
    Answer running = new Answer.Active("uuid", Activity.RUNNING);
    for (ProcessSighting process :
        List.of(new ProcessSighting.NotNeeded(), new ProcessSighting.Stopped(7))) {
      Finding finding = Finding.of(new Sighting(running, process), times, GuestShutdown.RESTART);
      assertEquals(verdict, finding.verdict());
    }
  }

  @Test
  void aProcessThatOneLookFindsStoppedIsADoubt() {
    Sighting seen =
        new Sighting(new Answer.Active("uuid", Activity.RUNNING), new ProcessSighting.Stopped(7));
    assertEquals(
        new Finding(Verdict.DOUBTFUL, true, "running, its hypervisor process 7 is stopped"),
        Finding.of(seen, 0, GuestShutdown.RESTART));
  }

  /** The one that paused it may well have stopped it, too. */
  @Test
  void aPausedDomainWhoseProcessIsStoppedIsStillOnlyPaused() {
    Finding finding = Finding.of(active(Activity.PAUSED_BY_USER), 2, GuestShutdown.RESTART);
    assertEquals(Verdict.DOUBTFUL, finding.verdict());
  }

  @Test
  void aGuestIsAskedAboutOnlyIfItsDomainIsWell() {
    Finding sick = new Finding(Verdict.FAULTY, false, "sick");
    Finding well = Finding.of(active(Activity.RUNNING), 0, GuestShutdown.RESTART);
    assertEquals(sick, well.withGuest(sick));
    Finding paused = Finding.of(active(Activity.PAUSED_BY_USER), 0, GuestShutdown.RESTART);
    assertEquals(paused, paused.withGuest(sick));
  }

  @Test
  void whatSpeaksAgainstAGuestAddsUpWithinRetryInterval() {
    Doubts doubts = new Doubts(Duration.ofSeconds(370));
    assertEquals(Verdict.WELL, doubts.finding(Duration.ZERO).verdict());
    doubts.add(Duration.ofSeconds(10), Doubts.HALF, "first");
    assertEquals(
        new Finding(Verdict.DOUBTFUL, false, "first"), doubts.finding(Duration.ofSeconds(11)));
    doubts.add(Duration.ofMinutes(5), Doubts.HALF, "second");
    assertEquals(
        new Finding(Verdict.FAULTY, false, "second"), doubts.finding(Duration.ofSeconds(301)));
    assertEquals(
        new Finding(Verdict.DOUBTFUL, false, "second"), doubts.finding(Duration.ofSeconds(381)));
    assertEquals(Verdict.WELL, doubts.finding(Duration.ofSeconds(671)).verdict());
  }

  @Test
  void oneCompleteFailureIsEnough() {
    Doubts doubts = new Doubts(Duration.ofSeconds(370));
    doubts.add(Duration.ZERO, Doubts.COMPLETE, "it is over");
    assertEquals(Verdict.FAULTY, doubts.finding(Duration.ZERO).verdict());
  }
}
