package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.NoCluster;
import org.scxvm.cluster.Recovery;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;

class AskClusterTest {

  private static final Finding DOWN = new Finding(Verdict.FAULTY, true, "shut off");
  private static final Finding SICK = new Finding(Verdict.FAULTY, false, "its guest is sick");

  private final Map<String, String> files = new TreeMap<>();
  private final PlainFolder state = new PlainFolder(files);
  private final SimulatedTime time = new SimulatedTime();
  private final List<String> story = new ArrayList<>();
  private final Ground ground =
      new Ground(
          () -> state,
          "",
          new Messages(List.of(line -> story.add(line.severity() + " " + line.text()))),
          time);
  private final AskCluster cluster = new AskCluster(new Recording(), this::lock, ground);
  private final Reach reach = new Reach("qemu:///system", new Unreachable(), new Notes(), time);
  private final Registration registration =
      new Registration(
          "a",
          new ResourceIdentity(
              new ResourceName("vm1-rs"), Optional.empty(), Optional.empty(), Optional.empty()),
          new DomainName("vm1"),
          "qemu:///system",
          new MonitorPolicy(Duration.ofMinutes(1), 2, Duration.ofMinutes(6), FailoverMode.SOFT),
          new GuestPolicy(GuestShutdown.RESTART, false, List.of(), Duration.ofSeconds(5)),
          List.of(),
          0);

  private ProcessSighting process = new ProcessSighting.Absent();
  private Optional<String> refusal = Optional.empty();
  private boolean busy;
  private boolean endsTheMonitor;

  @BeforeEach
  void registered() throws FolderException {
    reach.close(); // it is never opened
    new Registrations(state, "").add(registration);
  }

  private ResourceLocks.Held lock(LockName name, String method, Deadline deadline)
      throws LockException {
    if (busy) {
      throw new LockException("held by process 7 stop", true);
    }
    story.add("lock " + name + " " + method);
    return new ResourceLocks.Held() {
      @Override
      public boolean hasOpenBoot() {
        return false;
      }

      @Override
      public void noteOpenBoot(boolean isOpen) {
        throw new AssertionError("nothing is booted");
      }

      @Override
      public void close() {
        story.add("free");
      }
    };
  }

  /** libvirt is out of reach, so that the process alone is seen. */
  private final class Unreachable implements WatchedHypervisor, DomainProcesses {
    @Override
    public WatchLine connect(Changes changes) {
      throw new AssertionError("not opened");
    }

    @Override
    public DomainProcesses processes() {
      return this;
    }

    @Override
    public ProcessSighting look(DomainName domain) {
      story.add("look");
      return process;
    }

    @Override
    public Optional<ProcessIdentity> of(DomainName domain) {
      return Optional.empty();
    }

    @Override
    public ProcessCondition condition(ProcessIdentity identity) {
      return ProcessCondition.GONE;
    }

    @Override
    public void awaitEnd(ProcessIdentity identity, Runnable ended) {
      throw new AssertionError("nobody waits for an end here");
    }
  }

  private final class Recording implements Clusters, MonitorView {
    @Override
    public Cluster of(ResourceIdentity identity, Deadline deadline) {
      Cluster none = new NoCluster(() -> new NodeName("n1")).of(identity, deadline);
      return new Cluster(new Statuses(none.resource(), story), none.group(), none.nodes(), this);
    }

    @Override
    public MonitorPolicy policy() {
      throw new AssertionError("it is in the registration");
    }

    @Override
    public int restarts() throws ClusterException {
      if (refusal.isPresent()) {
        throw new ClusterException(refusal.get());
      }
      return 2;
    }

    @Override
    public void ask(Recovery recovery) throws ClusterException {
      story.add("ask " + recovery);
      if (endsTheMonitor) {
        files.keySet().removeIf(name -> name.endsWith(".watched"));
        throw new ClusterException("ended by signal 15");
      }
      if (refusal.isPresent()) {
        throw new ClusterException(refusal.get());
      }
    }
  }

  private record Statuses(ResourceView none, List<String> story) implements ResourceView {
    @Override
    public Optional<String> extension(String property) throws ClusterException {
      return none.extension(property);
    }

    @Override
    public Optional<Duration> timeoutOf(String method) throws ClusterException {
      return none.timeoutOf(method);
    }

    @Override
    public boolean isSwitchedOff() throws ClusterException {
      return none.isSwitchedOff();
    }

    @Override
    public boolean killsNodeIfStopFails() throws ClusterException {
      return none.killsNodeIfStopFails();
    }

    @Override
    public ResourceStatus status() throws ClusterException {
      return none.status();
    }

    @Override
    public void setStatus(ResourceStatus status, String text) throws ClusterException {
      if (text.equals("nobody takes this")) {
        throw new ClusterException("status 8");
      }
      story.add("status " + status + " " + text);
    }
  }

  private void assertStory(String... lines) {
    assertEquals(List.of(lines), story);
  }

  @Test
  void aDomainThatIsStillDownIsRestartedAfterTheLockWasHad() {
    assertEquals(Asked.TAKEN, cluster.recover(registration, Recovery.RESTART, DOWN, reach));
    assertStory(
        "lock vm1-rs monitor",
        "look",
        "free",
        "NOTICE The cluster is asked for a RESTART of resource vm1-rs: shut off",
        "ask RESTART");
  }

  @Test
  void whileAMethodIsAtWorkNobodyIsAsked() {
    busy = true;
    assertEquals(Asked.BUSY, cluster.recover(registration, Recovery.RESTART, DOWN, reach));
    assertStory();
  }

  @Test
  void aDomainThatHasComeUpMeanwhileIsLeftAlone() {
    process = new ProcessSighting.Alive(7);
    assertEquals(Asked.NOT_NEEDED, cluster.recover(registration, Recovery.RESTART, DOWN, reach));
    assertStory("lock vm1-rs monitor", "look", "free");
  }

  /** A look at the domain says nothing about its guest. */
  @Test
  void aSickGuestNeedsNoOtherLook() {
    assertEquals(Asked.TAKEN, cluster.recover(registration, Recovery.RESTART, SICK, reach));
    assertStory(
        "lock vm1-rs monitor",
        "free",
        "NOTICE The cluster is asked for a RESTART of resource vm1-rs: its guest is sick",
        "ask RESTART");
  }

  @Test
  void whatIsNotWatchedAnyMoreIsNotActedUpon() throws FolderException {
    new Registrations(state, "").remove(new ResourceName("vm1-rs"));
    assertEquals(Asked.NOT_NEEDED, cluster.recover(registration, Recovery.RESTART, SICK, reach));
    assertStory("lock vm1-rs monitor", "free");
  }

  @Test
  void beforeAGiveoverTheFaultIsNoted() {
    assertEquals(Asked.TAKEN, cluster.recover(registration, Recovery.GIVEOVER, SICK, reach));
    assertStory(
        "lock vm1-rs monitor",
        "free",
        "status FAULTED its guest is sick",
        "NOTICE The cluster is asked for a GIVEOVER of resource vm1-rs: its guest is sick",
        "ask GIVEOVER");
    assertEquals("its guest is sick\n", files.get("vm1-rs.fault"));
  }

  @Test
  void aRefusalIsSaid() {
    refusal = Optional.of("status 16: Failover_mode");
    assertEquals(Asked.REFUSED, cluster.recover(registration, Recovery.RESTART, SICK, reach));
    assertEquals(
        List.of(
            "ask RESTART",
            "ERROR The cluster has refused a RESTART of resource vm1-rs",
            "status 16: Failover_mode"),
        List.of(story.get(3), story.get(4), story.get(5).replaceFirst(".*: status", "status")));
  }

  @Test
  void whatEndsTheMonitorIsNoRefusal() {
    endsTheMonitor = true;
    assertEquals(Asked.TAKEN, cluster.recover(registration, Recovery.RESTART, SICK, reach));
    assertEquals("ask RESTART", story.get(story.size() - 1));
  }

  @Test
  void theClusterCountsTheRestarts() {
    assertEquals(Optional.of(2), cluster.restarts(registration));
    refusal = Optional.of("no such tag");
    assertEquals(Optional.empty(), cluster.restarts(registration));
  }

  @Test
  void whatWasFoundIsSaidAndTheStatusSet() {
    cluster.tell(registration, told(new Finding(Verdict.DOUBTFUL, true, "paused by the user")));
    cluster.tell(registration, told(new Finding(Verdict.LEFT_OFF, true, "shut off (shutdown)")));
    files.put("vm1-rs.fault", "it was\n");
    cluster.tell(registration, told(new Finding(Verdict.WELL, true, "running")));
    assertStory(
        "WARNING Domain vm1 is not well: paused by the user",
        "status DEGRADED paused by the user",
        "NOTICE Domain vm1 is off, and left so: shut off (shutdown)",
        "status OFFLINE shut off (shutdown)",
        "INFO Domain vm1 is well: running",
        "status OK running");
    assertEquals(Optional.empty(), Optional.ofNullable(files.get("vm1-rs.fault")));
  }

  /** The restart that follows sets the status; to set it before would only cost time. */
  @Test
  void aFaultThatIsActedUponChangesNoStatus() {
    cluster.tell(registration, new Deed.Tell(DOWN, false));
    assertStory("ERROR Domain vm1 is not up: shut off");
  }

  @Test
  void aFaultAboutWhichNothingIsDoneDoes() {
    cluster.tell(registration, told(DOWN));
    assertStory("ERROR Domain vm1 is not up: shut off", "status FAULTED shut off");
  }

  @Test
  void aStatusThatIsNotTakenIsSaid() {
    cluster.tell(registration, told(new Finding(Verdict.WELL, true, "nobody takes this")));
    assertEquals("WARNING The status of resource vm1-rs could not be set", story.get(1));
  }

  private static Deed.Tell told(Finding finding) {
    return new Deed.Tell(finding, true);
  }
}
