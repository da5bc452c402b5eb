package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.Recovery;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.GuestShutdown;

/** What follows when the kernel tells that a domain's process has ended. */
class EndedProcessTest extends WatchScene {

  @Test
  void theEndOfEachProcessIsAwaitedOnce() throws FolderException {
    watched();
    saw("a", running(), QEMU);
    assertEquals(List.of(QEMU), awaited);
    saw("a", running(), NEXT_QEMU);
    saw("a", off());
    assertEquals(List.of(QEMU, NEXT_QEMU), awaited);
  }

  @Test
  void theEndOfItsProcessIsAFaultBeforeLibvirtKnows() throws FolderException {
    watched();
    watch.take(new Note.Ended("a", QEMU));
    assertEquals(
        List.of("RESTART vm1: its hypervisor process has ended", "FAULTY vm1", "look vm1"),
        asked());
    assertEquals("scxvm-health-1 faulted 100.1000 0 0 a", health());
    saw("a", running(), QEMU); // a look that had begun before
    saw("a", running());
    assertEquals(List.of(), asked());
    saw("a", off());
    assertEquals(List.of("FAULTY vm1"), asked(), "told anew, with libvirt's words");
    watch.take(new Note.Answered("a", Recovery.RESTART, Asked.TAKEN));
    saw("a", running(), NEXT_QEMU);
    assertEquals(List.of("WELL vm1"), asked());
  }

  @Test
  void theEndOfAProcessThatIsNotItsOwnAnyMoreIsNothing() throws FolderException {
    watched();
    saw("a", running(), NEXT_QEMU);
    watch.take(new Note.Ended("a", QEMU));
    watch.take(new Note.Ended("b", QEMU));
    assertEquals(List.of(), asked());
    assertEquals("scxvm-health-1 up 100.1000 201 3000 a", health());
  }

  @Test
  void whereAGuestMayStayOffLibvirtIsWaitedFor() throws FolderException {
    registrations.add(registration("a", "vm1", false, GuestShutdown.STAY_OFF));
    watch.tickIfDue();
    saw("a", running(), QEMU);
    asked();
    watch.take(new Note.Ended("a", QEMU));
    assertEquals(List.of("look vm1"), asked());
    saw(
        "a",
        new Sighting(
            new Answer.Inactive("uuid", OffReason.SHUT_DOWN), new ProcessSighting.Absent()));
    assertEquals(List.of("LEFT_OFF vm1"), asked());
  }

  @Test
  void theEndOfAProcessThatDidNotPlainlyRunIsLibvirtsToTell() throws FolderException {
    watched();
    saw(
        "a",
        new Sighting(
            new Answer.Active("uuid", Activity.PAUSED_BY_MIGRATION),
            new ProcessSighting.NotNeeded()),
        QEMU);
    asked();
    watch.take(new Note.Ended("a", QEMU));
    assertEquals(List.of("look vm1"), asked());
  }

  @Test
  void theEndOfAProcessDuringALookWaitsForTheLook() throws FolderException {
    watched();
    watch.take(new Note.Changed(URI, "vm1"));
    watch.take(new Note.Ended("a", QEMU));
    assertEquals(List.of("look vm1"), asked());
    saw(
        "a",
        new Sighting(
            new Answer.Inactive("uuid", OffReason.MIGRATED), new ProcessSighting.Absent()));
    assertEquals(List.of("LEFT_OFF vm1", "look vm1"), asked());
  }

  @Test
  void aLookThatIsOlderThanTheEndOfTheProcessProvesNothing() throws FolderException {
    watched();
    watch.take(new Note.Changed(URI, "vm1"));
    watch.take(new Note.Ended("a", QEMU));
    saw("a", running(), QEMU);
    assertEquals(List.of("look vm1", "look vm1"), asked());
    saw("a", running());
    assertEquals(List.of("RESTART vm1: its hypervisor process has ended", "FAULTY vm1"), asked());
  }
}
