package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;

/**
 * After a cleanup Pacemaker knows of a probe only, and stops what was deleted without parameters;
 * and the file that names the domain may be on storage that is gone.
 */
class KnownDomainTest {

  private static final int DISTANCE = 40;

  private final AgentInWorld agent = new AgentInWorld("domain here = running");

  private int call(String... words) {
    return agent.run(words) - DISTANCE;
  }

  private void isDeleted() {
    agent
        .changed("property Domain_name = not set")
        .changed("property Domain_pathname = not set")
        .changed("property Force_stop = not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocf_start", "ocf_migrate_from", "ocf_monitor --probe"})
  void whatThisNodeHasNotedIsStopped(String before) {
    assertEquals(0, call((before + " -R vm1-rs").split(" ", -1)), agent::story);
    isDeleted();
    assertEquals(0, call("ocf_stop", "-R", "vm1-rs"), agent::story);
    assertFalse(agent.isActiveHere(), agent::story);
    assertTrue(
        agent.story().contains("notice   The domain of resource vm1-rs cannot be told"),
        agent::story);
  }

  @Test
  void itIsStoppedAsItWasSet() {
    agent.changed("property Force_stop = true");
    call("ocf_start", "-R", "vm1-rs");
    isDeleted();
    assertEquals(0, call("ocf_stop", "-R", "vm1-rs"), agent::story);
    assertTrue(agent.story().contains("destroy"), agent::story);
    assertFalse(agent.story().contains("shutdown"), agent::story);
  }

  @Test
  void theDefinitionOfTheAdministratorIsRemembered() {
    AgentInWorld without =
        new AgentInWorld(
            "saved = v1", "domain here = not known", "property Domain_pathname = not set");
    without.run("ocf_start", "-R", "vm1-rs", "--config", "/etc/vm/vm1-rs.xml");
    assertTrue(without.isActiveHere(), without::story);
    without.changed("property Domain_name = not set");
    assertEquals(DISTANCE, without.run("ocf_stop", "-R", "vm1-rs"), without::story);
    assertFalse(without.isActiveHere(), without::story);
  }

  /** Another resource of that name may have been there; what is said now counts. */
  @Test
  void whatIsSaidCounts() {
    call("ocf_start", "-R", "vm1-rs");
    agent.changed("property Domain_name = vm2").changed("property Domain_pathname = /shared/vm2");
    call("ocf_stop", "-R", "vm1-rs");
    assertTrue(agent.isActiveHere(), agent::story);
  }

  /** A look at what does not run here is no reason to think that it ever did. */
  @Test
  void whatNobodyHasSeenHereIsNotSaidToBeStopped() {
    AgentInWorld off = new AgentInWorld("domain here = off");
    off.run("ocf_monitor", "--probe", "-R", "vm1-rs");
    off.changed("property Domain_name = not set");
    assertEquals(6, off.run("ocf_stop", "-R", "vm1-rs") - DISTANCE, off::story);
  }

  @Test
  void onlyAStopRemembers() {
    call("ocf_start", "-R", "vm1-rs");
    isDeleted();
    for (String action : new String[] {"start", "monitor", "migrate_from"}) {
      assertEquals(6, call("ocf_" + action, "-R", "vm1-rs"), agent::story);
    }
    assertEquals(1, call("ocf_migrate_to", "-R", "vm1-rs"), agent::story);
  }

  @Test
  void aNameThatCannotBeReadIsTheOneThatWasNoted() {
    call("ocf_start", "-R", "vm1-rs");
    agent.changed("property Domain_name = fails: config /shared/vm1.xml: there is no such file");
    assertEquals(0, call("ocf_monitor", "-R", "vm1-rs"), agent::story);
    assertEquals(0, call("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
    assertEquals(1, call("ocf_start", "-R", "vm1-rs"), agent::story);
    assertTrue(agent.isActiveHere(), agent::story);
    assertEquals(0, call("ocf_stop", "-R", "vm1-rs"), agent::story);
    assertFalse(agent.isActiveHere(), agent::story);
    assertEquals(7, call("ocf_monitor", "-R", "vm1-rs"), agent::story);
  }

  /** A node that joins may not have its storage yet; "failed" would stop the domain elsewhere. */
  @Test
  void whereItWasNeverSeenAProbeSaysThatSomethingIsMissing() {
    agent.changed("property Domain_name = fails: config /shared/vm1.xml: there is no such file");
    assertEquals(5, call("ocf_monitor", "--probe", "-R", "vm1-rs"), agent::story);
    assertEquals(1, call("ocf_monitor", "-R", "vm1-rs"), agent::story);
    assertEquals(1, call("ocf_stop", "-R", "vm1-rs"), agent::story);
  }

  @Test
  void aStateFolderThatAnybodyCanWriteToIsNotBelieved() {
    call("ocf_start", "-R", "vm1-rs");
    isDeleted();
    agent.stateFolderFails("Permission denied");
    assertEquals(6, call("ocf_stop", "-R", "vm1-rs"), agent::story);
    assertTrue(agent.isActiveHere(), agent::story);
  }
}
