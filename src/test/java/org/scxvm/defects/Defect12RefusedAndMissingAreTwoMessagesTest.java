package org.scxvm.defects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/** Row 12: the seed logs a definition that libvirt refuses as one that is missing. */
class Defect12RefusedAndMissingAreTwoMessagesTest {

  private static final String MISSING = "/shared/vm1/vm1-rs.xml missing for domain vm1";
  private static final String REFUSED =
      "Domain vm1 could not be defined from /shared/vm1/vm1-rs.xml";

  private static String start(String... given) {
    AgentInWorld agent = new AgentInWorld(given);
    assertEquals(1, agent.run("start", "-R", "vm1-rs"));
    return agent.story();
  }

  @Test
  void aMissingDefinitionIsCalledMissing() {
    String story = start("domain here = not known");
    assertTrue(story.contains(MISSING), story);
    assertFalse(story.contains(REFUSED), story);
  }

  @Test
  void aDefinitionThatLibvirtRefusesIsCalledRefusedWithItsWords() {
    String story =
        start("domain here = not known", "saved = v1", "define here = refused: bad machine type");
    assertTrue(story.contains(REFUSED), story);
    assertTrue(story.contains("bad machine type"), story);
    assertFalse(story.contains(MISSING), story);
  }

  @Test
  void aDamagedDefinitionIsNotCalledMissing() {
    String story = start("domain here = not known", "saved = damaged");
    assertTrue(story.contains(REFUSED), story);
    assertFalse(story.contains(MISSING), story);
  }
}
