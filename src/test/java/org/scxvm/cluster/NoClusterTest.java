package org.scxvm.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** By hand, without a cluster manager: nothing is configured, nothing moves. */
class NoClusterTest {

  private static final NodeName HERE = new NodeName("host1");

  private static Cluster cluster() {
    return cluster(Optional.empty());
  }

  private static Cluster cluster(Optional<String> group) {
    ResourceIdentity identity =
        new ResourceIdentity(new ResourceName("vm1"), Optional.empty(), group, Optional.empty());
    Deadline deadline = Deadline.in(new SimulatedTime(), Duration.ofSeconds(1));
    return new NoCluster(() -> HERE).of(identity, deadline);
  }

  @Test
  void theResourceHasNothingConfiguredAndIsNotSwitchedOff() throws ClusterException {
    ResourceView resource = cluster().resource();
    assertEquals(Optional.empty(), resource.extension("Domain_name"));
    assertEquals(Optional.empty(), resource.timeoutOf("stop"));
    assertEquals(false, resource.isSwitchedOff());
    assertEquals(false, resource.killsNodeIfStopFails());
    resource.setStatus(ResourceStatus.DEGRADED, "not well");
    assertEquals(ResourceStatus.OTHER, resource.status());
  }

  @Test
  void theGroupIsNotBeingMoved() throws ClusterException {
    assertEquals(Optional.of(List.of()), cluster().group().targetNodes());
    assertEquals(List.of(), cluster().group().nodeList());
    assertEquals(true, cluster().group().isOfflineOn(HERE));
  }

  @Test
  void theGroupHasTheNameThatIsGivenOrNone() throws ClusterException {
    assertEquals("vm1-rg", cluster(Optional.of("vm1-rg")).group().name());
    assertThrows(ClusterException.class, () -> cluster().group().name());
  }

  @Test
  void theOnlyNodeIsThisMachine() throws ClusterException {
    assertEquals(HERE, cluster().nodes().thisNode());
    assertEquals(HERE.value(), cluster().nodes().thisNodeId());
    assertEquals(Optional.empty(), cluster().nodes().privateHostOf(HERE));
    assertEquals(false, cluster().nodes().isDown(HERE));
  }
}
