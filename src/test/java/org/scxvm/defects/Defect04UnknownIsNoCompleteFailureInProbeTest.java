package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/** Row 4: to the seed's probe any error of virsh is a complete failure. Unknown is none. */
class Defect04UnknownIsNoCompleteFailureInProbeTest {

  private static int probe(String... given) {
    return new AgentInWorld(given).run("probe", "-R", "vm1-rs");
  }

  @Test
  void aSilentLibvirtAndALiveProcessAreUp() {
    assertEquals(0, probe("domain here = running", "libvirt here = hangs"));
    assertEquals(0, probe("domain here = running", "libvirt here = refuses"));
  }

  @Test
  void aSilentLibvirtAndAProcessThatNobodyCouldLookForAreNoFailure() {
    assertEquals(
        0,
        probe(
            "domain here = running",
            "libvirt here = hangs",
            "process here = cannot look: hidepid"));
  }

  @Test
  void aStrayProcessIsNoFailure() {
    assertEquals(0, probe("domain here = off", "process here = alive 815"));
  }

  @Test
  void whatIsUnknownIsToldEachTimeAndInTheStatus() {
    AgentInWorld agent = new AgentInWorld("domain here = off", "process here = alive 815");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("error    The state of domain vm1 cannot be told"));
    assertTrue(agent.story().contains("cluster  status DEGRADED"), agent::story);
  }

  @Test
  void aDomainThatIsDownIsOne() {
    assertEquals(100, probe("domain here = off"));
  }
}
