package org.scxvm.cluster.rgm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** Groups, nodes, and how a command of the cluster is run. */
class RgmTest {

  private static final String BIN = "/usr/cluster/bin/";
  private static final String TARGETS = BIN + "scha_resourcegroup_get -O TARGET_NODES -G vm1-rg";
  private static final String NODELIST = BIN + "scha_resourcegroup_get -O NODELIST -G vm1-rg";
  private static final String THIS_NODE = BIN + "scha_cluster_get -O NODENAME_LOCAL";
  private static final String STATE = BIN + "scha_cluster_get -O NODESTATE_NODE node2";
  private static final NodeName NODE2 = new NodeName("node2");

  private final ScriptedCommands commands = new ScriptedCommands();
  private final SimulatedTime time = new SimulatedTime();

  @AfterEach
  void everyCommandOfTheScriptWasCalled() {
    commands.close();
  }

  private Cluster cluster(Optional<String> group) {
    return new RgmClusters(commands, "/usr/cluster/bin")
        .of(
            new ResourceIdentity(
                new ResourceName("vm1-rs"), Optional.empty(), group, Optional.empty()),
            Deadline.in(time, Duration.ofSeconds(20)));
  }

  private Cluster cluster() {
    return cluster(Optional.of("vm1-rg"));
  }

  private static List<NodeName> nodes(String... names) {
    return Stream.of(names).map(NodeName::new).toList();
  }

  @Test
  void theCommandsTellWhetherThereIsACluster() {
    assertTrue(RgmClusters.isThere(commands, "/usr/cluster/bin"));
    assertEquals(false, RgmClusters.isThere(commands, "/opt/other/bin"));
  }

  @Test
  void theTargetOfASwitchIsOnALineOfItsOwn() throws ClusterException {
    commands.expect(TARGETS, "node2\n");
    assertEquals(Optional.of(nodes("node2")), cluster().group().targetNodes());
  }

  @Test
  void anEmptyAnswerMeansThatTheGroupIsNotSwitched() throws ClusterException {
    commands.expect(TARGETS, "");
    assertEquals(Optional.of(List.of()), cluster().group().targetNodes());
  }

  @Test
  void anUnknownTagMeansAReleaseThatCannotTell() throws ClusterException {
    commands.expect(TARGETS, 4, "", "scha_resourcegroup_get: invalid tag");
    assertEquals(Optional.empty(), cluster().group().targetNodes());
  }

  @Test
  void anyOtherFailureIsNoAnswerAtAllAndKeepsItsWords() {
    commands.expect(TARGETS, 12, "", "scha_resourcegroup_get: invalid resource group\n");
    ClusterException e =
        assertThrows(ClusterException.class, () -> cluster().group().targetNodes());
    assertEquals(
        "scha_resourcegroup_get -O TARGET_NODES -G vm1-rg: status 12"
            + " scha_resourcegroup_get: invalid resource group",
        e.words());
  }

  @Test
  void theNodesOfAGroupComeInTheirOrderAndWithoutTheirZones() throws ClusterException {
    commands.expect(NODELIST, "node2:zone1\nnode1\n\n node3 \n");
    assertEquals(nodes("node2", "node1", "node3"), cluster().group().nodeList());
  }

  /** The states are those of the manual page; which of them are met is not verified. */
  @ParameterizedTest
  @CsvSource({
    "OFFLINE, true",
    "ONLINE, false",
    "PENDING_ONLINE, false",
    "PENDING_OFFLINE, false",
    "ERROR_STOP_FAILED, false",
    "ONLINE_FAULTED, false",
    "PENDING_ONLINE_BLOCKED, false",
    "UNMANAGED, false"
  })
  void aGroupIsOfflineOnANodeOnlyIfTheRgmSaysJustThat(String state, boolean offline)
      throws ClusterException {
    commands.expect(BIN + "scha_resourcegroup_get -O RG_STATE_NODE -G vm1-rg node2", state + "\n");
    assertEquals(offline, cluster().group().isOfflineOn(NODE2));
  }

  @Test
  void aNodeThatCannotBeOneIsRefused() {
    commands.expect(NODELIST, "node1\n--help\n");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().group().nodeList());
    assertTrue(e.words().contains("\"--help\" is not valid"), e.words());
  }

  @Test
  void aGroupThatTheCallerDidNotNameIsAskedForOnce() throws ClusterException {
    commands
        .expect(BIN + "scha_resource_get -O GROUP -R vm1-rs", "vm1-rg\n")
        .expect(TARGETS, "node2\n")
        .expect(NODELIST, "node1\nnode2\n");
    Cluster cluster = cluster(Optional.empty());
    assertEquals(Optional.of(nodes("node2")), cluster.group().targetNodes());
    assertEquals(nodes("node1", "node2"), cluster.group().nodeList());
    assertEquals("vm1-rg", cluster.group().name());
  }

  @Test
  void thisNodeAndThePrivateHostOfAnotherAreNames() throws ClusterException {
    commands
        .expect(THIS_NODE, "node1\n")
        .expect(BIN + "scha_cluster_get -O PRIVATELINK_HOSTNAME_NODE node2", "clusternode2-priv\n");
    assertEquals(new NodeName("node1"), cluster().nodes().thisNode());
    assertEquals(Optional.of("clusternode2-priv"), cluster().nodes().privateHostOf(NODE2));
  }

  @ParameterizedTest
  @CsvSource({"DOWN, true", "UP, false", "down, false", "UNKNOWN, false"})
  void onlyANodeThatTheMembershipCallsDownIsDown(String state, boolean down)
      throws ClusterException {
    commands.expect(STATE, state + "\n");
    assertEquals(down, cluster().nodes().isDown(NODE2));
  }

  @Test
  void aClusterThatIsReconfiguringIsAskedAgain() throws ClusterException {
    commands
        .expect(THIS_NODE, 5, "", "reconfiguration")
        .expect(THIS_NODE, 5, "", "reconfiguration")
        .expect(THIS_NODE, "node1\n");
    assertEquals(new NodeName("node1"), cluster().nodes().thisNode());
    assertEquals(Duration.ofSeconds(1), time.sinceStart());
  }

  @Test
  void aClusterThatReconfiguresForEverIsGivenUpAtTheDeadline() {
    for (int i = 0; i < 41; i++) { // twice a second, and once at the end
      commands.expect(THIS_NODE, 5, "", "reconfiguration in progress");
    }
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().nodes().thisNode());
    assertEquals(
        "scha_cluster_get -O NODENAME_LOCAL: status 5 reconfiguration in progress", e.words());
    assertEquals(Duration.ofSeconds(20), time.sinceStart());
  }

  @Test
  void theNumberOfThisNodeIsAsked() throws ClusterException {
    commands.expect(BIN + "scha_cluster_get -O NODEID_LOCAL", "2\n");
    assertEquals("2", cluster().nodes().thisNodeId());
  }

  @Test
  void aPrivateHostThatCannotBeHadIsNoError() {
    String question = BIN + "scha_cluster_get -O PRIVATELINK_HOSTNAME_NODE node2";
    commands.expect(question, 11, "", "invalid node").expect(question, "--help\n");
    assertEquals(Optional.empty(), cluster().nodes().privateHostOf(NODE2));
    assertEquals(Optional.empty(), cluster().nodes().privateHostOf(NODE2));
  }

  @Test
  void aCommandThatHangsIsKilledAndNamed() {
    commands.expectHanging(STATE);
    ClusterException e =
        assertThrows(ClusterException.class, () -> cluster().nodes().isDown(NODE2));
    assertEquals(STATE + ": did not end in time, killed", e.words());
  }

  @Test
  void aSuccessWithoutOutputIsNoAnswer() {
    commands.expect(THIS_NODE, "").expect(THIS_NODE, " \n");
    ClusterException e = assertThrows(ClusterException.class, () -> cluster().nodes().thisNode());
    assertEquals("scha_cluster_get -O NODENAME_LOCAL: no output", e.words());
    assertThrows(ClusterException.class, () -> cluster().nodes().thisNode());
  }
}
