package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * Row 1: the seed returns 0 when the start failed. Start succeeds only when the domain is seen
 * here.
 */
class Defect01StartReportsFailureTest {

  @ParameterizedTest
  @ValueSource(strings = {"refused: no space left", "no effect", "no answer"})
  void aStartThatFailedIsAFailure(String boot) {
    AgentInWorld agent =
        new AgentInWorld("timeout = 60 s", "domain here = off", "boot here = " + boot);
    assertEquals(1, agent.run("start", "-R", "vm1-rs"));
    assertFalse(agent.isActiveHere());
    assertTrue(agent.story().contains("error    Domain vm1 failed to start"), agent::story);
  }

  @Test
  void aDomainThatGoesOffWhileItStartsIsAFailure() {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = off",
            "after boot here: domain here = busy",
            "1 s after boot here: domain here = off");
    assertEquals(1, agent.run("start", "-R", "vm1-rs"));
    assertFalse(agent.isActiveHere());
  }
}
