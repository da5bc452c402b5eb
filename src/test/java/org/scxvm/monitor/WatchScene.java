package org.scxvm.monitor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
abstract class WatchScene {

  static final String URI = "qemu:///system";
  static final ProcessIdentity SELF = new ProcessIdentity(100, 1000);
  static final ProcessIdentity QEMU = new ProcessIdentity(200, 2000);
  static final ProcessIdentity NEXT_QEMU = new ProcessIdentity(201, 3000);

  final Map<String, String> files = new HashMap<>();
  final PlainFolder state = new PlainFolder(files);
  final SimulatedTime time = new SimulatedTime();
  final List<String> asked = new ArrayList<>();
  final List<ProcessIdentity> awaited = new ArrayList<>();
  final Map<ProcessIdentity, ProcessCondition> conditions = new HashMap<>();
  final Registrations registrations = new Registrations(state, "");
  final Ground ground = new Ground(() -> state, "", new Messages(List.of()), time);
  final Crew crew = new Crew();
  final WatchDomains watch = new WatchDomains(ground, new WatchFiles(ground, SELF), crew, crew);

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

  static Registration registration(String id, String vm, boolean checked) {
    return registration(id, vm, checked, GuestShutdown.RESTART);
  }

  static Registration registration(String id, String vm, boolean checked, GuestShutdown shutdown) {
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

  void register(String id, String vm) throws FolderException {
    registrations.add(registration(id, vm, false));
  }

  /** What was asked of the crew since the last time. */
  List<String> asked() {
    List<String> all = List.copyOf(asked);
    asked.clear();
    return all;
  }

  void pass(long seconds) {
    for (long i = 0; i < seconds; i++) {
      time.sleep(Duration.ofSeconds(1));
      watch.tickIfDue();
    }
  }

  void saw(String id, Sighting seen, ProcessIdentity... process) {
    conditions.clear();
    for (ProcessIdentity alive : process) {
      conditions.put(alive, ProcessCondition.ALIVE);
    }
    watch.take(new Note.Seen(id, seen, List.of(process).stream().findFirst()));
  }

  static Sighting running() {
    return new Sighting(
        new Answer.Active("uuid", Activity.RUNNING), new ProcessSighting.NotNeeded());
  }

  static Sighting off() {
    return new Sighting(new Answer.Inactive("uuid", OffReason.OTHER), new ProcessSighting.Absent());
  }

  /** vm1 is watched, and well. */
  void watched() throws FolderException {
    register("a", "vm1");
    watch.tickIfDue();
    saw("a", running(), QEMU);
    asked();
  }

  String health() {
    return health(0);
  }

  /** A line of what is shown. */
  String health(int line) {
    return files.getOrDefault("vm1-rs.health", "").lines().skip(line).findFirst().orElse("none");
  }
}
