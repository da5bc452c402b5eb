package org.scxvm.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** What is proposed counts in the place of what is. */
class ProposalTest {

  private static final ResourceIdentity IDENTITY =
      new ResourceIdentity(
          new ResourceName("vm1-rs"), Optional.empty(), Optional.empty(), Optional.empty());

  /** The cluster as it is: every property has the value "now", this node the number 2. */
  private record Now(boolean resourceExists) implements Clusters {

    @Override
    public Cluster of(ResourceIdentity identity, Deadline deadline) {
      return new Cluster(
          new NowResource(resourceExists), new NowGroup(), new NowNodes(), new NowMonitor());
    }
  }

  private record NowResource(boolean exists) implements ResourceView {

    private <T> T answer(T value) throws ClusterException {
      if (!exists) {
        throw new ClusterException("status 14: there is no such resource");
      }
      return value;
    }

    @Override
    public Optional<String> extension(String property) throws ClusterException {
      return answer(Optional.of("now"));
    }

    @Override
    public Optional<Duration> timeoutOf(String method) throws ClusterException {
      return answer(Optional.of(Duration.ofSeconds(7)));
    }

    @Override
    public boolean isSwitchedOff() throws ClusterException {
      return answer(true);
    }

    @Override
    public boolean killsNodeIfStopFails() throws ClusterException {
      return answer(true);
    }

    @Override
    public ResourceStatus status() throws ClusterException {
      return answer(ResourceStatus.FAULTED);
    }

    @Override
    public void setStatus(ResourceStatus status, String text) {
      throw new AssertionError("nobody may do that");
    }
  }

  private record NowGroup() implements GroupView {

    @Override
    public String name() {
      return "vm1-rg";
    }

    @Override
    public Optional<List<NodeName>> targetNodes() {
      return Optional.of(List.of());
    }

    @Override
    public boolean isOfflineOn(NodeName node) {
      return node.value().equals("old");
    }

    @Override
    public List<NodeName> nodeList() {
      return List.of(new NodeName("old"));
    }
  }

  private record NowMonitor() implements MonitorView {

    @Override
    public MonitorPolicy policy() {
      throw new AssertionError("nothing proposed changes how a resource is monitored");
    }

    @Override
    public int restarts() {
      throw new AssertionError("nobody may ask");
    }

    @Override
    public void ask(Recovery recovery) {
      throw new AssertionError("nobody may do that");
    }
  }

  private record NowNodes() implements NodeView {

    @Override
    public NodeName thisNode() {
      return new NodeName("n2");
    }

    @Override
    public String thisNodeId() {
      return "2";
    }

    @Override
    public Optional<String> privateHostOf(NodeName node) {
      return Optional.empty();
    }

    @Override
    public boolean isDown(NodeName node) {
      return false;
    }
  }

  private static Cluster view(boolean creates, Proposal proposal) {
    return new ProposedClusters(new Now(!creates), proposal)
        .of(IDENTITY, Deadline.in(new SystemTime(), Duration.ofMinutes(1)));
  }

  private static Cluster extension(boolean creates, String... words) {
    List<String> none = List.of();
    return view(creates, Proposal.of(creates, none, List.of(words), none, none));
  }

  @Test
  void anExtensionPropertyIsWhatIsProposedWhateverTheCaseOfItsName() throws ClusterException {
    Cluster cluster = extension(false, "domain_NAME=vm=1, 2");
    assertEquals(Optional.of("vm=1, 2"), cluster.resource().extension("Domain_name"));
  }

  @Test
  void anEmptyValueTakesTheOldOneAway() throws ClusterException {
    assertEquals(Optional.empty(), extension(false, "Peer_uri=").resource().extension("Peer_uri"));
  }

  @Test
  void whatIsNotProposedIsAsItIs() throws ClusterException {
    Cluster cluster = extension(false, "Domain_name=vm1");
    assertEquals(Optional.of("now"), cluster.resource().extension("Peer_uri"));
    assertEquals(Optional.of(Duration.ofSeconds(7)), cluster.resource().timeoutOf("stop"));
    assertEquals(List.of(new NodeName("old")), cluster.group().nodeList());
    assertTrue(cluster.resource().isSwitchedOff());
    assertTrue(cluster.resource().killsNodeIfStopFails());
    assertEquals(ResourceStatus.FAULTED, cluster.resource().status());
  }

  /** The cluster would answer each question about it with an error. */
  @Test
  void nothingIsAskedAboutAResourceThatIsNotThereYet() throws ClusterException {
    Cluster cluster = extension(true, "Domain_name=vm1");
    assertEquals(Optional.of("vm1"), cluster.resource().extension("Domain_name"));
    assertEquals(Optional.empty(), cluster.resource().extension("Peer_uri"));
    assertEquals(Optional.empty(), cluster.resource().timeoutOf("stop"));
    assertFalse(cluster.resource().isSwitchedOff());
    assertFalse(cluster.resource().killsNodeIfStopFails());
    assertEquals(ResourceStatus.OTHER, cluster.resource().status());
  }

  @ParameterizedTest
  @CsvSource({"Debug_level{1}=1, now", "Debug_level{2}=1, 1", "DEBUG_LEVEL{2}=2, 2"})
  void aValueForOneNodeCountsThere(String word, String value) throws ClusterException {
    List<String> none = List.of();
    Cluster cluster = view(false, Proposal.of(false, none, none, List.of(word), none));
    assertEquals(Optional.of(value), cluster.resource().extension("Debug_level"));
  }

  @Test
  void aValueForThisNodeBeatsTheOneForAll() throws ClusterException {
    List<String> none = List.of();
    Proposal proposal =
        Proposal.of(false, none, List.of("Debug_level=0"), List.of("Debug_level{2}=1"), none);
    assertEquals(Optional.of("1"), view(false, proposal).resource().extension("Debug_level"));
  }

  @Test
  void timeoutsAndTheNodeListAreTaken() throws ClusterException {
    List<String> none = List.of();
    Proposal proposal =
        Proposal.of(
            false, List.of("STOP_timeout=90"), none, none, List.of("nodelist=n1,n2:zone1, n3"));
    Cluster cluster = view(false, proposal);
    assertEquals(Optional.of(Duration.ofSeconds(90)), cluster.resource().timeoutOf("stop"));
    assertEquals(Optional.of(Duration.ofSeconds(7)), cluster.resource().timeoutOf("start"));
    assertEquals(
        List.of(new NodeName("n1"), new NodeName("n2"), new NodeName("n3")),
        cluster.group().nodeList());
  }

  @ParameterizedTest
  @CsvSource({"FAILOVER_mode=hard, true", "Failover_mode=SOFT, false", "Failover_mode=, false"})
  void theFailoverModeIsTaken(String word, boolean kills) throws ClusterException {
    List<String> none = List.of();
    Proposal proposal = Proposal.of(false, List.of(word), none, none, none);
    assertEquals(kills, view(false, proposal).resource().killsNodeIfStopFails());
    assertEquals(kills, view(true, proposal).resource().killsNodeIfStopFails());
  }

  @Test
  void aNodeListThatCannotBeOneIsNamed() {
    List<String> none = List.of();
    Cluster cluster =
        view(false, Proposal.of(false, none, none, none, List.of("Nodelist=n1,../n2")));
    ClusterException e = assertThrows(ClusterException.class, () -> cluster.group().nodeList());
    assertTrue(e.words().startsWith("Nodelist: node name \"../n2\""), e.words());
  }

  @Test
  void aProposalChangesNothing() {
    Cluster cluster = extension(false);
    assertThrows(
        IllegalStateException.class, () -> cluster.resource().setStatus(ResourceStatus.OK, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "-x, Domain_name",
    "-x, =vm1",
    "-g, Nodelist",
    "-r, Stop_timeout=soon",
    "-r, Stop_timeout=-1",
    "-X, Debug_level=1",
    "-X, Debug_level{}=1"
  })
  void aWordOfAnotherFormIsNamed(String option, String word) {
    List<String> none = List.of();
    List<String> one = List.of(word);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Proposal.of(
                    false,
                    option.equals("-r") ? one : none,
                    option.equals("-x") ? one : none,
                    option.equals("-X") ? one : none,
                    option.equals("-g") ? one : none));
    String words = String.valueOf(e.getMessage());
    assertTrue(words.startsWith("option " + option + ": \"" + word.substring(0, 4)), words);
    assertTrue(words.contains("expected"), words);
  }
}
