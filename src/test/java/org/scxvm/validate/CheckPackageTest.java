package org.scxvm.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupScript;
import org.scxvm.cluster.GroupView;
import org.scxvm.cluster.NoCluster;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.host.HostFiles;
import org.scxvm.message.Messages;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** What surrounds a domain in its package. */
class CheckPackageTest {

  private final Map<String, Duration> timeouts =
      new LinkedHashMap<>(
          Map.of("run_script", Duration.ofSeconds(60), "halt_script", Duration.ofSeconds(100)));
  private final Map<GroupScript, String> scripts = new LinkedHashMap<>();
  private final List<String> said = new ArrayList<>();
  private Optional<String> silence = Optional.empty();

  private boolean check() throws ClusterException {
    Deadline deadline = Deadline.in(new SimulatedTime(), Duration.ofMinutes(1));
    ResourceIdentity vm1 =
        new ResourceIdentity(
            new ResourceName("vm1"), Optional.empty(), Optional.of("vm1"), Optional.empty());
    Cluster none = new NoCluster(() -> new NodeName("n1")).of(vm1, deadline);
    return new CheckPackage(
            new Cluster(new Resource(), new Group(none.group()), none.nodes(), none.monitor()),
            new Files(),
            deadline,
            new Messages(List.of(line -> said.add(line.text()))))
        .check();
  }

  private final class Resource implements ResourceView {
    @Override
    public Optional<String> extension(String property) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Optional<Duration> timeoutOf(String method) {
      return Optional.ofNullable(timeouts.get(method));
    }

    @Override
    public boolean isSwitchedOff() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public boolean killsNodeIfStopFails() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public ResourceStatus status() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public void setStatus(ResourceStatus status, String text) {
      throw new AssertionError("nothing is changed");
    }
  }

  private final class Group implements GroupView {
    private final GroupView of;

    Group(GroupView of) {
      this.of = of;
    }

    @Override
    public String name() throws ClusterException {
      return of.name();
    }

    @Override
    public Optional<List<NodeName>> targetNodes() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public boolean isOfflineOn(NodeName node) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public List<NodeName> nodeList() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public List<GroupScript> scripts() throws ClusterException {
      if (silence.isPresent()) {
        throw new ClusterException(silence.get());
      }
      return List.copyOf(scripts.keySet());
    }
  }

  private final class Files implements HostFiles {
    @Override
    public Optional<String> fileSystem(String path, Deadline deadline) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Optional<String> text(String path, Deadline deadline) {
      return scripts.entrySet().stream()
          .filter(each -> each.getKey().path().equals(path))
          .map(Map.Entry::getValue)
          .filter(text -> !text.isEmpty())
          .findFirst();
    }
  }

  private void script(String group, String path, String text) {
    scripts.put(new GroupScript(group, path), text);
  }

  @Test
  void timeoutsAreSetAndLongEnough() throws ClusterException {
    assertEquals(true, check());
    timeouts.put("halt_script", Duration.ofSeconds(99));
    timeouts.remove("run_script");
    assertEquals(false, check());
    assertEquals(
        List.of(
            "run_script_timeout of package vm1 is not set, expected at least 60 s",
            "halt_script_timeout of package vm1 is 99 s, expected at least 100 s"),
        said);
  }

  @Test
  void aScriptThatCommandsItsOwnPackageIsRefused() throws ClusterException {
    script("vm1", "/a", "cmmodpkg -d vm1\n");
    assertEquals(false, check());
    assertEquals(List.of("Script /a of package vm1 has a command to its own package"), said);
  }

  @Test
  void commandsThatLeadBackAreRefusedWithTheWholeWay() throws ClusterException {
    script("vm1", "/a", "cmmodpkg -d db\n");
    script("db", "/b", "cmrunpkg web\n");
    script("web", "/c", "cmhaltpkg db vm1\n");
    assertEquals(false, check());
    assertEquals(
        List.of(
            "Packages command each other in a circle: vm1 (/a) -> db, db (/b) -> web,"
                + " web (/c) -> vm1"),
        said);
  }

  @Test
  void commandsThatLeadNowhereOrAreAmongOthersAreAccepted() throws ClusterException {
    script("vm1", "/a", "cmmodpkg -d db\n");
    script("db", "/b", "cmrunpkg web\n");
    script("web", "/c", "cmhaltpkg db\n");
    script("vm1", "/not-there", "");
    assertEquals(true, check());
    assertEquals(List.of(), said);
  }

  @Test
  void packagesThatCannotBeReadAreAWarning() throws ClusterException {
    silence = Optional.of("cmviewcl: no answer");
    assertEquals(true, check());
    assertEquals(
        List.of(
            "Package vm1 could not be checked for a loop of commands between packages: cmviewcl: no"
                + " answer"),
        said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "cmmodpkg -d pkg2                         ! pkg2",
        "/usr/sbin/cmhaltpkg -n n1 pkg2 pkg3      ! pkg2 pkg3",
        "cmhaltpkg -n pkg2 pkg3                   ! pkg3",
        "# cmmodpkg -d pkg2                       ! ''",
        "true # cmmodpkg -d pkg2                  ! ''",
        "if cmmodpkg -e \"pkg2\"; then echo pkg3  ! pkg2",
        "cmrunpkg ${SG_PACKAGE}                   ! own",
        "cmrunpkg $SG_PACKAGE_NAME                ! own",
        "x=$(cmrunpkg pkg2)                       ! pkg2",
        "echo pkg2; cmviewcl -p pkg3              ! ''",
        "cmmodpkg -d pkg9                         ! ''",
        "cmmodpkg -d pkg22                        ! ''"
      })
  void whatAScriptCommands(String text, String packages) {
    Set<String> known = Set.of("own", "pkg2", "pkg3");
    assertEquals(
        packages.isEmpty() ? Set.of() : Set.of(packages.split(" ")),
        new ScriptCommands("own", known).in(text));
  }

  @Test
  void aCommandMayGoOnInTheNextLine() {
    assertEquals(
        Set.of("pkg2"),
        new ScriptCommands("own", Set.of("pkg2")).in("cmmodpkg \\\n  -d pkg2\nother pkg2\n"));
  }
}
