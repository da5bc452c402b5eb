package org.scxvm.cluster.serviceguard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.GroupScript;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.Recovery;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** The environment of a script, and what the documents say that the commands print. */
class ServiceguardClustersTest {

  private static final NodeName MACHINE = new NodeName("machine");
  private static final NodeName N1 = new NodeName("sg-n1");
  private static final NodeName N2 = new NodeName("sg-n2");

  private static final String LINES =
      """
      name=cluster1
      status=up
      node:sg-n1|name=sg-n1
      node:sg-n1|status=%s
      node:sg-n1|state=%s
      node:sg-n1|interface:lan0|status=up
      node:sg-n2|name=sg-n2
      node:sg-n2|status=%s
      node:sg-n2|state=%s
      package:vm1|name=vm1
      package:vm1|node:sg-n3|status=up
      package:db|name=db
      """;

  private final Map<String, String> environment =
      new HashMap<>(Map.of("SG_NODE", "sg-n1", "SG_PACKAGE", "vm1"));
  private final Map<String, String> configurations = new HashMap<>();
  private Commands.Ended answer = said(String.format(LINES, "up", "running", "up", "running"));

  private static Commands.Ended said(String text) {
    return new Commands.Ended(0, text, "");
  }

  private Cluster cluster() {
    return new ServiceguardClusters(environment, new Answering(), () -> MACHINE)
        .of(
            new ResourceIdentity(
                new ResourceName("vm1"), Optional.empty(), Optional.of("vm1"), Optional.empty()),
            Deadline.in(new SimulatedTime(), Duration.ofMinutes(1)));
  }

  /** Nothing that changes anything may ever be run. */
  private final class Answering implements Commands {
    @Override
    public Ended run(List<String> words, Deadline deadline) {
      if (words.size() == 3 && words.subList(0, 2).equals(List.of("cmgetconf", "-p"))) {
        return Optional.ofNullable(configurations.get(words.get(2)))
            .map(ServiceguardClustersTest::said)
            .orElseGet(() -> new Ended(1, "", "no such package\n"));
      }
      assertEquals(List.of("cmviewcl", "-f", "line"), words);
      return answer;
    }

    @Override
    public boolean isThere(String path) {
      throw new AssertionError("nobody asks");
    }
  }

  @Test
  void variablesOfThePackageAreTheExtensionProperties() throws ClusterException {
    environment.put("PEV_SCXVM_DOMAIN_NAME", "vm1");
    environment.put("pev_scxvm_domain_pathname", "/shared/vm1");
    environment.put("PEV_SCXVM_PEER_URI", " ");
    assertEquals(Optional.of("vm1"), cluster().resource().extension("Domain_name"));
    assertEquals(Optional.of("/shared/vm1"), cluster().resource().extension("Domain_pathname"));
    assertEquals(Optional.empty(), cluster().resource().extension("Peer_uri"));
  }

  /** What the script may use is four fifths of what the package has. */
  @ParameterizedTest
  @CsvSource({
    "SG_RUN_SCRIPT_TIMEOUT,         sg_start,    100, 80",
    "PEV_SCXVM_RUN_SCRIPT_TIMEOUT,  sg_start,    100, 80",
    "SG_HALT_SCRIPT_TIMEOUT,        sg_stop,     600, 480",
    "SG_HALT_SCRIPT_TIMEOUT,        halt_script, 600, 600",
    "PEV_SCXVM_HALT_SCRIPT_TIMEOUT, halt_script, 600, 600",
    "SG_RUN_SCRIPT_TIMEOUT,         sg_stop,     100, ",
    "SG_RUN_SCRIPT_TIMEOUT,         sg_validate, 100, ",
    "SG_RUN_SCRIPT_TIMEOUT,         sg_start,    0, ",
    "SG_RUN_SCRIPT_TIMEOUT,         sg_start,    no_timeout, "
  })
  void timeouts(String variable, String method, String set, Long expected) throws ClusterException {
    environment.put(variable, set);
    assertEquals(
        Optional.ofNullable(expected).map(Duration::ofSeconds),
        cluster().resource().timeoutOf(method));
  }

  @Test
  void aTimeoutThatIsNoneIsSaid() {
    environment.put("SG_RUN_SCRIPT_TIMEOUT", "soon");
    ClusterException e =
        assertThrows(ClusterException.class, () -> cluster().resource().timeoutOf("sg_start"));
    assertEquals("RUN_SCRIPT_TIMEOUT: expected seconds, got \"soon\"", e.words());
  }

  @Test
  void nobodySaysWhereAPackageGoes() throws ClusterException {
    assertEquals(Optional.of(List.of()), cluster().group().targetNodes());
  }

  @Test
  void nodesAreThoseOfTheClusterAndThisOneIsNamed() throws ClusterException {
    assertEquals(Set.of(N1, N2), Set.copyOf(cluster().group().nodeList()));
    assertEquals(N1, cluster().nodes().thisNode());
    environment.remove("SG_NODE");
    assertEquals(MACHINE, cluster().nodes().thisNode());
  }

  /** Only the reset of a node that was thrown out is proof, and only a member knows of it. */
  @ParameterizedTest
  @CsvSource({
    "up,   running,   down, failed,    true",
    "up,   running,   down, halted,    false",
    "up,   running,   down, unknown,   false",
    "up,   running,   up,   failed,    false",
    "up,   running,   up,   running,   false",
    "up,   running,   down, '',        false",
    "up,   reforming, down, failed,    false",
    "down, halted,    down, failed,    false",
    "down, unknown,   down, failed,    false"
  })
  void whichNodeIsGone(String status, String state, String there, String what, boolean gone)
      throws ClusterException {
    answer = said(String.format(LINES, status, state, there, what));
    assertEquals(gone, cluster().nodes().isDown(N2));
  }

  @Test
  void aNodeThatIsNotListedIsNotGone() throws ClusterException {
    assertEquals(false, cluster().nodes().isDown(new NodeName("sg-n9")));
  }

  /** Where a package has called, a start must not believe that there is no other node. */
  @Test
  void aClusterThatDoesNotAnswerIsAnErrorAndByHandThereIsNone() throws ClusterException {
    answer = new Commands.Ended(1, "", "Cannot connect to daemon\n");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertEquals("cmviewcl -f line: status 1 Cannot connect to daemon", e.words());
    environment.clear();
    assertEquals(List.of(), cluster().group().nodeList());
  }

  @Test
  void anAnswerWithoutNodesIsNone() {
    answer = said("status=up\n");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertEquals("cmviewcl: it lists no nodes", e.words());
  }

  /** Those of this package come from the configuration that is proposed, if it is known. */
  @Test
  void scriptsAreThoseOfAllPackages() throws ClusterException {
    configurations.put("db", "# external_script /no\nEXTERNAL_SCRIPT  \"/etc/db.sh\"\n");
    configurations.put("vm1", "external_pre_script /etc/old.sh\nexternal_script /opt/scxvm\n");
    assertEquals(
        Set.of(
            new GroupScript("db", "/etc/db.sh"),
            new GroupScript("vm1", "/etc/old.sh"),
            new GroupScript("vm1", "/opt/scxvm")),
        Set.copyOf(cluster().group().scripts()));
    environment.put("SCXVM_SCRIPTS", " /etc/new.sh /opt/scxvm");
    assertEquals(
        Set.of(
            new GroupScript("db", "/etc/db.sh"),
            new GroupScript("vm1", "/etc/new.sh"),
            new GroupScript("vm1", "/opt/scxvm")),
        Set.copyOf(cluster().group().scripts()));
    configurations.clear();
    assertThrows(ClusterException.class, () -> cluster().group().scripts());
  }

  /** There is nothing between well and a halt of the package. */
  @Test
  void aPackageIsNeverRestartedInPlace() throws ClusterException {
    environment.put("PEV_SCXVM_THOROUGH_PROBE_INTERVAL", "20");
    assertEquals(
        new MonitorPolicy(Duration.ofSeconds(20), 0, Duration.ofMinutes(6), FailoverMode.SOFT),
        cluster().monitor().policy());
    assertEquals(0, cluster().monitor().restarts());
    assertThrows(ClusterException.class, () -> cluster().monitor().ask(Recovery.GIVEOVER));
    environment.put("PEV_SCXVM_RETRY_INTERVAL", "often");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().monitor().policy());
    assertTrue(e.words().startsWith("Retry_interval: expected seconds"), e::words);
  }
}
