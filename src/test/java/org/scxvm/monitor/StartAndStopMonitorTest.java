package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.Supervision;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.StateFolder;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.BrokenFolder;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.HealthNote;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;

class StartAndStopMonitorTest {

  private final Map<String, String> files = new TreeMap<>();
  private final SimulatedTime time = new SimulatedTime();
  private final Deadline deadline = Deadline.at(time, Duration.ofSeconds(30));
  private final List<String> story = new ArrayList<>();
  private final Messages messages =
      new Messages(List.of(line -> story.add(line.severity() + " " + line.text())));
  private StateFolder state = new PlainFolder(files);
  private final Supervised supervised = new Supervised();

  /** A cluster manager that keeps one process running, or fails. */
  private final class Supervised implements Supervision {
    private boolean running;
    private Optional<String> fault = Optional.empty();

    @Override
    public boolean isRunning() {
      return running;
    }

    @Override
    public void start() throws ClusterException {
      story.add("start");
      fail();
      running = true;
    }

    @Override
    public void stop() throws ClusterException {
      story.add("stop");
      fail();
      running = false;
    }

    private void fail() throws ClusterException {
      if (fault.isPresent()) {
        throw new ClusterException(fault.get());
      }
    }
  }

  private StartMonitor starting() {
    return new StartMonitor(supervised, until -> state, "", messages);
  }

  private StopMonitor stopping() {
    return new StopMonitor(supervised, until -> state, "", messages);
  }

  private static ResourceName resource(String vm) {
    return new ResourceName(vm + "-rs");
  }

  private static Registration registration(String id, String vm, List<String> words) {
    return new Registration(
        id,
        new ResourceIdentity(resource(vm), Optional.empty(), Optional.empty(), Optional.empty()),
        new DomainName(vm),
        "qemu:///system",
        new MonitorPolicy(Duration.ofMinutes(1), 2, Duration.ofMinutes(6), FailoverMode.SOFT),
        new GuestPolicy(GuestShutdown.RESTART, false, List.of(), Duration.ofSeconds(5)),
        words,
        0);
  }

  private Set<String> registered() throws FolderException {
    return new Registrations(state, "").ids();
  }

  @Test
  void theFirstResourceStartsTheMonitorAndTheLastOneEndsIt() throws FolderException {
    assertTrue(starting().register(registration("a", "vm1", List.of()), deadline));
    assertTrue(starting().register(registration("b", "vm2", List.of()), deadline));
    assertEquals(List.of("start"), story);
    assertEquals(Set.of("a", "b"), registered());
    assertTrue(stopping().stop(resource("vm1"), deadline));
    assertEquals(List.of("start"), story);
    assertTrue(stopping().stop(resource("vm2"), deadline));
    assertEquals(List.of("start", "stop"), story);
    assertEquals(Map.of(), files);
  }

  @Test
  void whatIsNotWatchedIsStoppedAlready() {
    assertTrue(stopping().stop(resource("vm1"), deadline));
    assertEquals(List.of(), story);
  }

  /** Somebody has killed it while it was the last one's turn. */
  @Test
  void aMonitorWithoutResourcesIsEndedByWhoeverStopsOneMore() {
    supervised.running = true;
    assertTrue(stopping().stop(resource("vm1"), deadline));
    assertEquals(List.of("stop"), story);
  }

  @Test
  void itIsDoneWhenTheMonitorHasTakenTheResourceUp() {
    Registration registration = registration("a", "vm1", List.of());
    HealthNote note =
        new HealthNote(
            "unknown", new ProcessIdentity(7, 8), Optional.empty(), registration, "not yet");
    time.at(Duration.ofSeconds(2), () -> files.put("vm1-rs.health", note.text()));
    assertTrue(starting().awaitTakenUp(registration, deadline));
    assertEquals(2, time.sinceStart().toSeconds());
  }

  @Test
  void anOlderRegistrationIsAnotherOne() {
    Registration older = registration("older", "vm1", List.of());
    HealthNote note =
        new HealthNote("up", new ProcessIdentity(7, 8), Optional.empty(), older, "running");
    files.put("vm1-rs.health", note.text());
    assertFalse(starting().awaitTakenUp(registration("a", "vm1", List.of()), deadline));
    assertEquals(
        List.of("ERROR The fault monitor of this node does not take resource vm1-rs up"), story);
  }

  @Test
  void aMonitorThatCannotBeStartedIsSaid() {
    supervised.fault = Optional.of("pmfadm: status 2");
    assertFalse(starting().register(registration("a", "vm1", List.of()), deadline));
    assertEquals(
        "ERROR The fault monitor of this node cannot be started for resource vm1-rs", story.get(1));
    assertTrue(story.get(2).endsWith("pmfadm: status 2"), story::toString);
  }

  @Test
  void aMonitorThatCannotBeEndedIsSaid() {
    supervised.running = true;
    supervised.fault = Optional.of("pmfadm: status 2");
    assertFalse(stopping().stop(resource("vm1"), deadline));
    assertEquals(
        "ERROR The fault monitor of this node cannot be ended after resource vm1-rs", story.get(1));
  }

  @Test
  void aStateFolderThatCannotBeUsedIsSaid() {
    state = new BrokenFolder("Read-only file system");
    Registration registration = registration("a", "vm1", List.of());
    assertFalse(starting().register(registration, deadline));
    assertFalse(starting().refresh(registration, deadline));
    assertFalse(starting().awaitTakenUp(registration, deadline));
    assertFalse(starting().isWatched(resource("vm1"), deadline));
    assertFalse(stopping().stop(resource("vm1"), deadline));
    String words =
        "ERROR Resource vm1-rs cannot be registered with the fault monitor, or taken back from it";
    assertEquals(4, story.stream().filter(words::equals).count(), story::toString);
  }

  @Test
  void anUpdateKeepsTheWordsOfTheCallThatRegisteredIt() throws FolderException {
    List<String> words = List.of("-R", "vm1-rs", "--domain", "vm1");
    starting().register(registration("a", "vm1", words), deadline);
    assertTrue(starting().isWatched(resource("vm1"), deadline));
    assertTrue(starting().refresh(registration("b", "vm1", List.of("-R", "vm1-rs")), deadline));
    assertEquals(Set.of("b"), registered());
    assertEquals(words, new Registrations(state, "").find("b").orElseThrow().words());
  }
}
