package org.scxvm.switchover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.Destination.Nowhere;
import org.scxvm.switchover.Destination.To;
import org.scxvm.switchover.Destination.Why;

/** From what the cluster says to a node, or the reason why none. */
class DestinationTest {

  private static final NodeName HERE = new NodeName("node1");

  private static List<NodeName> nodes(String... names) {
    return Stream.of(names).map(NodeName::new).toList();
  }

  private static SwitchFacts facts(Course course) {
    return new SwitchFacts(course, nodes("node1", "node2", "node3"), HERE, false, Optional.empty());
  }

  private static Destination of(String... targets) {
    return Destination.of(facts(new Course.Towards(nodes(targets), "somebody")));
  }

  private static Nowhere notListed(String node, String reason) {
    return new Nowhere(Why.NOT_IN_NODE_LIST, Optional.of(new NodeName(node)), reason);
  }

  @Test
  void theOneTargetOfASwitchIsTheDestination() {
    assertEquals(new To(new NodeName("node2")), of("node2"));
    assertEquals(new To(new NodeName("node2")), of("node2", "node2"));
  }

  @Test
  void aClusterThatNamesNoNodeIsAskedNoFurther() {
    Course course = Course.ofCluster(Optional.of(List.of())).orElseThrow();
    assertEquals(
        Nowhere.because(
            Why.NO_TARGET, "the cluster says that the group is not being switched to a node"),
        Destination.of(facts(course)));
  }

  @Test
  void aClusterThatCannotTellLeavesItToOthers() {
    assertEquals(Optional.empty(), Course.ofCluster(Optional.empty()));
  }

  @Test
  void whatNobodyTellsIsNoDestination() {
    assertEquals(
        Nowhere.because(Why.NO_TARGET, "the log is empty"),
        Destination.of(facts(new Course.Unknown("the log is empty"))));
  }

  @Test
  void anEvacuationIsNoDestination() {
    assertEquals(
        Nowhere.because(Why.EVACUATED, "somebody empties this node"),
        Destination.of(facts(new Course.Evacuation("somebody"))));
  }

  @Test
  void severalTargetsAreNoDestination() {
    assertEquals(
        Nowhere.because(Why.NO_TARGET, "somebody names node2, node3: more than one"),
        of("node2", "node3"));
  }

  @Test
  void aNodeOutsideTheListIsNoDestination() {
    assertEquals(
        notListed("node9", "somebody names node9; the node list is node1, node2, node3"),
        of("node9"));
  }

  @Test
  void aNodeWhoseNameOnlyBeginsLikeOneOfTheListIsNoDestination() {
    assertEquals(
        notListed("node", "somebody names node; the node list is node1, node2, node3"), of("node"));
    assertEquals(
        notListed("node22", "somebody names node22; the node list is node1, node2, node3"),
        of("node22"));
  }

  @Test
  void thisNodeIsNoDestination() {
    assertEquals(notListed("node1", "somebody names node1: this node"), of("node1"));
  }

  @Test
  void aSickGuestIsNotCarriedAlong() {
    Course course = new Course.Towards(nodes("node2"), "somebody");
    Optional<NodeName> named = Optional.of(new NodeName("node2"));
    assertEquals(
        new Nowhere(Why.UNWELL, named, "status FAULTED"),
        Destination.of(
            new SwitchFacts(course, nodes("node2"), HERE, true, Optional.of("crashed"))));
    assertEquals(
        new Nowhere(Why.UNWELL, named, "crashed"),
        Destination.of(
            new SwitchFacts(course, nodes("node2"), HERE, false, Optional.of("crashed"))));
  }
}
