package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/** Row 16: the seed waits 70 % of its time for a paused guest, which cannot shut down. */
class Defect16PausedGuestIsNotWaitedForTest {

  @ParameterizedTest
  @ValueSource(strings = {"paused by the user", "crashed"})
  void aGuestThatCannotListenIsDestroyedAtOnce(String domain) {
    AgentInWorld agent = new AgentInWorld("domain here = " + domain);
    assertEquals(0, agent.run("stop", "-R", "vm1-rs"));
    assertEquals(0, agent.seconds());
    assertFalse(agent.story().contains("ask the guest"), agent::story);
    assertFalse(agent.isActiveHere());
  }

  @Test
  void aGuestPausedByTheUserIsUpButNotWell() {
    AgentInWorld agent = new AgentInWorld("domain here = paused by the user");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("status DEGRADED"), agent::story);
  }

  @Test
  void aCrashedGuestIsACompleteFailure() {
    AgentInWorld agent = new AgentInWorld("domain here = crashed");
    assertEquals(100, agent.run("probe", "-R", "vm1-rs"));
  }

  @Test
  void aGuestThatIsArrivingIsNotStartedASecondTime() {
    AgentInWorld agent =
        new AgentInWorld("domain here = arriving", "at 3 s: domain here = running");
    assertEquals(0, agent.run("start", "-R", "vm1-rs"));
    assertFalse(agent.story().contains("here     boot"), agent::story);
  }
}
