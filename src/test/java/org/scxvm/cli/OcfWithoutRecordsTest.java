package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.scenario.AgentInWorld;

/** The actions of OCF with a definition of the administrator's, and without a shared folder. */
class OcfWithoutRecordsTest {

  private static final int DISTANCE = 40;

  private static AgentInWorld agent(String... given) {
    List<String> lines = new ArrayList<>(List.of("saved = v1"));
    lines.addAll(Arrays.asList(given));
    lines.add("property Domain_pathname = not set");
    return new AgentInWorld(lines.toArray(String[]::new));
  }

  /** The one folder of this world has the definition under that name. */
  private static int call(AgentInWorld agent, String action) {
    return agent.run("ocf_" + action, "-R", "vm1-rs", "--config", "/etc/vm/vm1-rs.xml") - DISTANCE;
  }

  @Test
  void itIsDefinedFromTheFileAndBooted() {
    AgentInWorld agent = agent("domain here = not known");
    assertEquals(0, call(agent, "start"), agent::story);
    assertTrue(agent.isActiveHere(), agent::story);
  }

  @Test
  void withoutAFileAndWithoutAFolderNothingIsDone() {
    AgentInWorld agent = agent("domain here = off");
    assertEquals(6, agent.run("ocf_start", "-R", "vm1-rs") - DISTANCE, agent::story);
  }

  /** No record tells whether a node that is silent may run it. */
  @ParameterizedTest
  @CsvSource({"auto, 1", "require, 1", "trust-cluster, 0"})
  void aNodeThatIsSilentMayRunIt(String check, int status) {
    AgentInWorld agent =
        agent("domain here = off", "libvirt there = hangs", "property Peer_check = " + check);
    assertEquals(status, call(agent, "start"), agent::story);
    assertEquals(status == 0, agent.isActiveHere(), agent::story);
  }

  @Test
  void whatRunsElsewhereIsNotStarted() {
    AgentInWorld agent = agent("domain here = off", "domain there = running");
    assertEquals(1, call(agent, "start"), agent::story);
    assertFalse(agent.isActiveHere(), agent::story);
  }

  @Test
  void withoutALockItIsNotMigrated() {
    AgentInWorld agent = agent("domain here = running", "switch to = node2");
    assertEquals(1, call(agent, "migrate_to"), agent::story);
    assertTrue(agent.isActiveHere(), agent::story);
    assertTrue(agent.story().contains("Domain_pathname is not set"), agent::story);
  }

  @Test
  void itIsStopped() {
    AgentInWorld agent = agent("domain here = running");
    assertEquals(0, call(agent, "stop"), agent::story);
    assertFalse(agent.isActiveHere(), agent::story);
  }

  @Test
  void validateSaysWhatIsMissing() {
    AgentInWorld agent = agent("domain here = off");
    assertEquals(0, call(agent, "validate_all"), agent::story);
    assertTrue(agent.story().contains("nobody keeps on record which node"), agent::story);
  }
}
