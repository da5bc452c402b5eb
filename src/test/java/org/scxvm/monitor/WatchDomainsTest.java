package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.Recovery;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.ResourceName;

/** What the monitor's one thread makes of notes, and of time. */
class WatchDomainsTest extends WatchScene {
  @Test
  void whatIsRegisteredIsLookedAtAndShown() throws FolderException {
    register("a", "vm1");
    watch.tickIfDue();
    assertEquals(List.of("connect " + URI, "look vm1"), asked());
    assertEquals("scxvm-health-1 unknown 100.1000 0 0 a", health());
    saw("a", running(), QEMU);
    assertEquals(List.of("WELL vm1"), asked());
    assertEquals("scxvm-health-1 up 100.1000 200 2000 a", health());
    assertEquals("-R vm1-rs", health(1));
  }

  @Test
  void theSecondResourceOfAHypervisorNeedsNoLineOfItsOwn() throws FolderException {
    watched();
    register("b", "vm2");
    pass(1);
    assertEquals(List.of("look vm2"), asked());
    registrations.remove(new ResourceName("vm1-rs"));
    pass(1);
    assertEquals(List.of(), asked());
    registrations.remove(new ResourceName("vm2-rs"));
    pass(1);
    assertEquals(List.of("disconnect " + URI), asked());
  }

  @Test
  void aResourceThatIsNotWatchedAnyMoreIsNotShownEither() throws FolderException {
    watched();
    registrations.remove(new ResourceName("vm1-rs"));
    pass(1);
    assertEquals("none", health());
    saw("a", off());
    assertEquals(List.of("disconnect " + URI), asked(), "a late look leads to nothing");
  }

  @Test
  void aResourceThatIsRegisteredAnewIsJudgedAnew() throws FolderException {
    watched();
    register("b", "vm1");
    pass(1);
    assertEquals(List.of("disconnect " + URI, "connect " + URI, "look vm1"), asked());
    assertEquals("scxvm-health-1 unknown 100.1000 0 0 b", health());
  }

  @Test
  void anEventLeadsToALookAndNothingElse() throws FolderException {
    watched();
    watch.take(new Note.Changed(URI, "vm1"));
    watch.take(new Note.Changed(URI, "vm2"));
    watch.take(new Note.Changed("other:///", "vm1"));
    assertEquals(List.of("look vm1"), asked());
  }

  /** The look that is under way may have been made before the change. */
  @Test
  void aChangeDuringALookLeadsToOneMoreHoweverOftenItIsTold() throws FolderException {
    watched();
    for (int i = 0; i < 1000; i++) {
      watch.take(new Note.Changed(URI, "vm1"));
    }
    assertEquals(List.of("look vm1"), asked());
    saw("a", running(), QEMU);
    assertEquals(List.of("look vm1"), asked());
    saw("a", running(), QEMU);
    assertEquals(List.of(), asked());
  }

  @Test
  void aDomainThatIsDownIsRestartedOnce() throws FolderException {
    watched();
    watch.take(new Note.Changed(URI, "vm1"));
    saw("a", off());
    assertEquals(
        List.of("look vm1", "RESTART vm1: shut off, it has no hypervisor process", "FAULTY vm1"),
        asked());
    assertEquals("scxvm-health-1 faulted 100.1000 0 0 a", health());
    pass(30);
    watch.take(new Note.Changed(URI, "vm1"));
    saw("a", off());
    assertEquals(List.of("look vm1"), asked(), "while the cluster is being asked");
    watch.take(new Note.Answered("a", Recovery.RESTART, Asked.TAKEN));
    pass(10);
    assertEquals(List.of(), asked());
  }

  @Test
  void aMethodAtWorkIsLookedAfterSoon() throws FolderException {
    watched();
    saw("a", off());
    asked();
    watch.take(new Note.Answered("a", Recovery.RESTART, Asked.BUSY));
    pass(1);
    assertEquals(List.of("look vm1"), asked());
    saw("a", running(), NEXT_QEMU);
    assertEquals(List.of("WELL vm1"), asked());
    assertEquals("scxvm-health-1 up 100.1000 201 3000 a", health());
  }

  @Test
  void theThirdFaultGivesTheGroupOver() throws FolderException {
    watched();
    for (int i = 0; i < 2; i++) {
      saw("a", off());
      watch.take(new Note.Answered("a", Recovery.RESTART, Asked.TAKEN));
      saw("a", running(), QEMU);
    }
    asked();
    saw("a", off());
    assertEquals(List.of("count vm1", "FAULTY vm1"), asked());
    watch.take(new Note.Counted("a", Optional.of(2)));
    assertEquals(List.of("GIVEOVER vm1: shut off, it has no hypervisor process"), asked());
  }

  @Test
  void aDeadProcessIsNoticedWithoutLibvirt() throws FolderException {
    watched();
    conditions.put(QEMU, ProcessCondition.GONE);
    pass(5);
    assertEquals(List.of("look vm1"), asked());
  }

  /** libvirt may need a fifth of a second, and calls the domain running for so long. */
  /** Only libvirt knows why: the guest may have shut down. */
  /** A migration pauses its source before it ends it. */
  /** What libvirt has told of just before is worth knowing first. */
  /** The look that was under way may be older than what libvirt has told meanwhile. */
  @Test
  void aStoppedProcessIsADoubtAndThenAFault() throws FolderException {
    watched();
    conditions.put(QEMU, ProcessCondition.STOPPED);
    pass(5);
    assertEquals(List.of("look vm1", "DOUBTFUL vm1"), asked());
    assertTrue(health().contains(" degraded "), health());
    pass(5);
    assertEquals(List.of("RESTART vm1: its hypervisor process is stopped", "FAULTY vm1"), asked());
  }

  @Test
  void aProcessThatWasOnlyLookedAtByADebuggerIsWellAgain() throws FolderException {
    watched();
    conditions.put(QEMU, ProcessCondition.STOPPED);
    pass(5);
    conditions.put(QEMU, ProcessCondition.ALIVE);
    asked();
    pass(5);
    assertEquals(List.of("WELL vm1"), asked());
  }

  @Test
  void aLookThatTakesLongLeavesNobodyBelieveTheOneBefore() throws FolderException {
    watched();
    watch.take(new Note.Changed(URI, "vm1"));
    assertTrue(health().contains(" up "), health());
    pass(2);
    assertTrue(health().contains(" unknown "), health());
    saw("a", running(), QEMU);
    assertTrue(health().contains(" up "), health());
  }

  @Test
  void aSilentLibvirtIsToldOnceAndNothingIsDone() throws FolderException {
    watched();
    watch.take(new Note.Lost(URI));
    Sighting silent = new Sighting(new Answer.Silent("no line"), new ProcessSighting.Alive(200));
    saw("a", silent, QEMU);
    assertEquals(List.of("look vm1", "DOUBTFUL vm1"), asked());
    pass(30);
    assertEquals(List.of(), asked());
    watch.take(new Note.Reached(URI));
    saw("a", running(), QEMU);
    assertEquals(List.of("look vm1", "WELL vm1"), asked());
  }

  @Test
  void nowAndThenAllAreLookedAtWithOneQuestion() throws FolderException {
    watched();
    register("b", "vm2");
    pass(1);
    saw("b", running());
    conditions.put(QEMU, ProcessCondition.ALIVE);
    asked();
    pass(60);
    assertEquals(List.of("look at all of " + URI), asked());
    Answer running = new Answer.Active("uuid", Activity.RUNNING);
    watch.take(new Note.AllSeen(URI, Map.of("vm1", running, "vm2", running)));
    assertEquals(List.of(), asked(), "all is as it was believed to be");
    watch.take(new Note.AllSeen(URI, Map.of("vm1", running)));
    assertEquals(List.of("look vm2"), asked());
  }

  @Test
  void anErrorOfADiskIsADoubtAndASecondOneAFault() throws FolderException {
    watched();
    watch.take(new Note.DiskFailed(URI, "vm1"));
    saw("a", running(), QEMU);
    assertEquals(List.of("look vm1", "DOUBTFUL vm1"), asked());
    pass(60);
    asked();
    watch.take(new Note.DiskFailed(URI, "vm1"));
    saw("a", running(), QEMU);
    assertEquals(
        List.of("look vm1", "RESTART vm1: a disk of it has reported an error", "FAULTY vm1"),
        asked());
  }

  /** A guest that tries again and again would have two of them at once. */
  @Test
  void manyErrorsOfADiskAtOnceAreOne() throws FolderException {
    watched();
    for (int i = 0; i < 100; i++) {
      watch.take(new Note.DiskFailed(URI, "vm1"));
    }
    saw("a", running(), QEMU);
    assertEquals(List.of("look vm1", "DOUBTFUL vm1", "look vm1"), asked());
  }

  @Test
  void aGuestIsCheckedAtItsIntervalAndOnlyWhileItsDomainRuns() throws FolderException {
    registrations.add(registration("a", "vm1", true));
    watch.tickIfDue();
    pass(3);
    asked();
    saw("a", running(), QEMU);
    pass(1);
    assertEquals(List.of("WELL vm1", "check vm1"), asked());
    pass(30);
    assertEquals(List.of(), asked(), "one at a time");
    watch.take(new Note.Checked("a", 0, "its guest is well"));
    pass(59);
    asked();
    pass(1);
    assertEquals(List.of("check vm1"), asked());
    watch.take(new Note.Checked("a", Doubts.COMPLETE, "its guest is not well"));
    assertEquals(List.of("RESTART vm1: its guest is not well", "FAULTY vm1"), asked());
  }

  @Test
  void theBeatTellsThatTheMonitorLives() {
    watch.tickIfDue();
    assertEquals("scxvm-beat-1 3600 100 1000\n", files.get("monitor.beat"));
    pass(4);
    assertEquals("scxvm-beat-1 3600 100 1000\n", files.get("monitor.beat"));
    pass(1);
    assertEquals("scxvm-beat-1 3605 100 1000\n", files.get("monitor.beat"));
  }

  @Test
  void aDamagedRegistrationIsLeftAloneAndTheOthersAreWatched() throws FolderException {
    files.put("vm9-rs.z.watched", "scxvm-watched 1\nnonsense\n");
    register("a", "vm1");
    watch.tickIfDue();
    assertEquals(List.of("connect " + URI, "look vm1"), asked());
    assertFalse(files.containsKey("vm9-rs.health"));
  }

  @Test
  void itEndsWhenItIsTold() {
    Notes notes = new Notes();
    notes.add(new Note.End());
    watch.run(notes);
    assertTrue(files.containsKey("monitor.beat"));
  }
}
