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

  private static Destination of(boolean faulted, String... targets) {
    return Destination.of(
        new SwitchFacts(
            Optional.of(nodes(targets)), nodes("node1", "node2", "node3"), HERE, faulted));
  }

  @Test
  void theOneTargetOfASwitchIsTheDestination() {
    assertEquals(new To(new NodeName("node2")), of(false, "node2"));
  }

  @Test
  void withoutATargetThereIsNone() {
    assertEquals(new Nowhere(Why.NO_TARGET, "none named"), of(false));
  }

  @Test
  void aClusterThatCannotTellNamesNone() {
    SwitchFacts facts = new SwitchFacts(Optional.empty(), nodes("node1", "node2"), HERE, false);
    assertEquals(new Nowhere(Why.NO_TARGET, "none named"), Destination.of(facts));
  }

  @Test
  void severalTargetsAreNoDestination() {
    assertEquals(new Nowhere(Why.NO_TARGET, "named [node2, node3]"), of(false, "node2", "node3"));
  }

  @Test
  void aNodeOutsideTheListIsNoDestination() {
    assertEquals(new Nowhere(Why.NOT_IN_NODE_LIST, "node9"), of(false, "node9"));
  }

  @Test
  void aNodeWhoseNameOnlyBeginsLikeOneOfTheListIsNoDestination() {
    assertEquals(new Nowhere(Why.NOT_IN_NODE_LIST, "node"), of(false, "node"));
    assertEquals(new Nowhere(Why.NOT_IN_NODE_LIST, "node22"), of(false, "node22"));
  }

  @Test
  void thisNodeIsNoDestination() {
    assertEquals(new Nowhere(Why.NOT_IN_NODE_LIST, "node1"), of(false, "node1"));
  }

  @Test
  void aSickGuestIsNotCarriedAlong() {
    assertEquals(new Nowhere(Why.FAULTED, "node2"), of(true, "node2"));
  }
}
