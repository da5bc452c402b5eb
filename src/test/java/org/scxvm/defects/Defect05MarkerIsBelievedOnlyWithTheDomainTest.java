package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 5: the seed believes an empty file without a look. A marker is a record, used once, checked.
 */
class Defect05MarkerIsBelievedOnlyWithTheDomainTest {

  private static final String NO_OP = "NO-OP START being performed";

  private static AgentInWorld start(int status, String... given) {
    AgentInWorld agent = new AgentInWorld(given);
    assertEquals(status, agent.run("start", "-R", "vm1-rs"), agent::story);
    return agent;
  }

  @ParameterizedTest
  @ValueSource(strings = {"node2 to node1", "empty", "damaged"})
  void noMarkerKeepsADomainThatIsOffFromBeingStarted(String marker) {
    AgentInWorld agent = start(0, "domain here = off", "marker = " + marker);
    assertTrue(agent.isActiveHere());
    assertFalse(agent.story().contains(NO_OP), agent::story);
    assertTrue(agent.story().contains("rename .noop_vm1-rs to .stale_noop_vm1-rs"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "marker uuid = 11111111-2222-3333-4444-555555555555",
        "marker resource = other-rs",
        "marker domain = vm2",
        "marker = node1 to node2"
      })
  void aForeignMarkerIsReportedAndSetAside(String foreign) {
    AgentInWorld agent = start(0, "domain here = running", "marker = node2 to node1", foreign);
    assertFalse(agent.story().contains(NO_OP), agent::story);
    assertTrue(agent.story().contains("warning  Marker of resource vm1-rs not believed"));
  }

  @Test
  void aGoodMarkerIsBelievedOnce() {
    AgentInWorld agent = start(0, "domain here = running", "marker = node2 to node1");
    assertTrue(agent.story().contains(NO_OP), agent::story);
    assertEquals(0, agent.run("start", "-R", "vm1-rs"));
    assertEquals(1, agent.story().lines().filter(line -> line.contains(NO_OP)).count());
  }

  @Test
  void aPausedDomainNeedsAMarkerThatSaysSo() {
    String[] paused = {"domain here = paused by the user", "marker = node2 to node1"};
    assertFalse(start(0, paused).story().contains(NO_OP));
    assertTrue(start(0, paused[0], paused[1], "marker paused = yes").story().contains(NO_OP));
  }

  @Test
  void anEmptyFileOf2008IsBelievedOnlyIfTheDomainRuns() {
    assertTrue(start(0, "domain here = running", "marker = empty").story().contains(NO_OP));
    assertFalse(
        start(0, "domain here = paused by the user", "marker = empty").story().contains(NO_OP));
  }
}
