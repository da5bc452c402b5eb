package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 6: the seed's test of the node list accepts every target. It must be another node of the
 * list.
 */
class Defect06TargetMustBeInTheNodeListTest {

  private static AgentInWorld stop(String target) {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running", "property Failover_type = migrate", "switch to = " + target);
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    return agent;
  }

  @ParameterizedTest
  @ValueSource(strings = {"n9", "node1", "node", "node22"})
  void anythingButAnotherNodeOfTheListIsANormalFailover(String target) {
    AgentInWorld agent = stop(target);
    assertFalse(agent.story().contains("here     move"), agent::story);
    assertTrue(
        agent.story().contains("Target host " + target + " not matched with the resource group"),
        agent::story);
  }

  @Test
  void anotherNodeOfTheListIsMovedTo() {
    assertTrue(stop("node2").story().contains("here     move to qemu+tls://node2/system"));
  }
}
