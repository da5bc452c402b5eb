package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.Recovery;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;

/** The monitor's one thread, with others that only write down what they were asked for. */
class WatchDomainsTest {

  private static final String URI = "qemu:///system";
  private static final ProcessIdentity SELF = new ProcessIdentity(100, 1000);
  private static final ProcessIdentity QEMU = new ProcessIdentity(200, 2000);
  private static final ProcessIdentity NEXT_QEMU = new ProcessIdentity(201, 3000);

  private final Map<String, String> files = new HashMap<>();
  private final PlainFolder state = new PlainFolder(files);
  private final SimulatedTime time = new SimulatedTime();
  private final List<String> asked = new ArrayList<>();
  private final List<ProcessIdentity> awaited = new ArrayList<>();
  private final Map<ProcessIdentity, ProcessCondition> conditions = new HashMap<>();
  private final Registrations registrations = new Registrations(state, "");
  private final Ground ground = new Ground(() -> state, "", new Messages(List.of()), time);
  private final Crew crew = new Crew();
  private final WatchDomains watch =
      new WatchDomains(ground, new WatchFiles(ground, SELF), crew, crew);

  private final class Crew implements Lookouts, Askers {
    @Override
    public void connect(String uri) {
      asked.add("connect " + uri);
    }

    @Override
    public void disconnect(String uri) {
      asked.add("disconnect " + uri);
    }

    @Override
    public void look(Registration registration) {
      asked.add("look " + registration.domain());
    }

    @Override
    public void lookAtAll(String uri) {
      asked.add("look at all of " + uri);
    }

    @Override
    public void check(Registration registration) {
      asked.add("check " + registration.domain());
    }

    @Override
    public void awaitEnd(Registration registration, ProcessIdentity process) {
      awaited.add(process);
    }

    @Override
    public ProcessCondition condition(Registration registration, ProcessIdentity process) {
      return conditions.getOrDefault(process, ProcessCondition.GONE);
    }

    @Override
    public void count(Registration registration) {
      asked.add("count " + registration.domain());
    }

    @Override
    public void recover(Registration registration, Recovery recovery, Finding why) {
      asked.add(recovery + " " + registration.domain() + ": " + why.words());
    }

    @Override
    public void tell(Registration registration, Deed.Tell what) {
      asked.add(what.finding().verdict() + " " + registration.domain());
    }
  }

  private static Registration registration(String id, String vm, boolean checked) {
    return registration(id, vm, checked, GuestShutdown.RESTART);
  }

  private static Registration registration(
      String id, String vm, boolean checked, GuestShutdown shutdown) {
    return new Registration(
        id,
        new ResourceIdentity(
            new ResourceName(vm + "-rs"), Optional.empty(), Optional.of("rg"), Optional.empty()),
        new DomainName(vm),
        URI,
        new MonitorPolicy(Duration.ofSeconds(60), 2, Duration.ofSeconds(370), FailoverMode.SOFT),
        new GuestPolicy(shutdown, checked, List.of(), Duration.ofSeconds(5)),
        List.of("-R", vm + "-rs"),
        0);
  }

  private void register(String id, String vm) throws FolderException {
    registrations.add(registration(id, vm, false));
  }

  /** What was asked of the crew since the last time. */
  private List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  private void pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      time.sleep(Duration.ofSeconds(1));
      watch.tickIfDue();
    }
  }

  private void saw(String id, Sighting seen, ProcessIdentity... process) {
    conditions.clear();
    for (ProcessIdentity alive : process) {
      conditions.put(alive, ProcessCondition.ALIVE);
    }
    watch.take(new Note.Seen(id, seen, List.of(process).stream().findFirst()));
  }

  private static Sighting running() {
    return new Sighting(
        new Answer.Active("uuid", Activity.RUNNING), new ProcessSighting.NotNeeded());
  }

  private static Sighting off() {
    return new Sighting(new Answer.Inactive("uuid", OffReason.OTHER), new ProcessSighting.Absent());
  }

  /** vm1 is watched, and well. */
  private void watched() throws FolderException {
    register("a", "vm1");
    watch.tickIfDue();
    saw("a", running(), QEMU);
    asked();
  }

  private String health() {
    return health(0);
  }

  /** A line of what is shown. */
  private String health(int line) {
    return files.getOrDefault("vm1-rs.health", "").lines().skip(line).findFirst().orElse("none");
  }

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

  @Test
  void theEndOfEachProcessIsAwaitedOnce() throws FolderException {
    watched();
    saw("a", running(), QEMU);
    assertEquals(List.of(QEMU), awaited);
    saw("a", running(), NEXT_QEMU);
    saw("a", off());
    assertEquals(List.of(QEMU, NEXT_QEMU), awaited);
  }

  /** libvirt may need a fifth of a second, and calls the domain running for so long. */
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

  /** Only libvirt knows why: the guest may have shut down. */
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

  /** A migration pauses its source before it ends it. */
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

  /** What libvirt has told of just before is worth knowing first. */
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

  /** The look that was under way may be older than what libvirt has told meanwhile. */
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
