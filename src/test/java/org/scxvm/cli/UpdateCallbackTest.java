package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;

/** What the log says after an administrator has changed a property. */
class UpdateCallbackTest {

  private final AgentInWorld agent = new AgentInWorld("domain here = off");

  private List<String> said(String method) {
    int before = agent.story().length();
    assertEquals(0, agent.run(method, "-R", "vm1-rs", "-G", "vm1-rg"), agent::story);
    return agent
        .story()
        .substring(before)
        .lines()
        .map(line -> line.strip().replaceFirst("^[0-9.]+ (\\w+) +", "$1: "))
        .filter(line -> line.startsWith("notice") || line.startsWith("info"))
        .toList();
  }

  @Test
  void theFirstTimeNothingCanBeCompared() {
    assertEquals(
        List.of("info: The settings of resource vm1-rs were not known on this node before"),
        said("update"));
    assertEquals(List.of("info: No setting of resource vm1-rs has changed"), said("update"));
  }

  @Test
  void aStartKnowsThemAndAnUpdateSaysWhatIsAnother() {
    said("start");
    agent.configured(Map.of("debug", "1"));
    assertEquals(
        List.of("notice: Setting Debug_level of resource vm1-rs has changed from 0 to 1"),
        said("update"));
    agent.configured(Map.of("connect.uri", "qemu:///session"));
    assertEquals(
        List.of(
            "notice: Setting Connect_uri of resource vm1-rs has changed from nothing to"
                + " qemu:///session",
            "notice: Setting Debug_level of resource vm1-rs has changed from 1 to 0"),
        said("update"));
    assertEquals(List.of("info: No setting of resource vm1-rs has changed"), said("update"));
  }

  @Test
  void aStateFolderThatCannotBeUsedIsTold() {
    agent.stateFolderFails("No such file or directory");
    assertEquals(1, agent.run("update", "-R", "vm1-rs", "-G", "vm1-rg"));
    assertTrue(
        agent.story().contains("warning  The settings of resource vm1-rs could not be compared"),
        agent::story);
    assertTrue(agent.story().contains("No such file or directory"), agent::story);
    assertEquals(0, agent.run("start", "-R", "vm1-rs", "-G", "vm1-rg"));
  }

  @Test
  void itWaitsForNoOtherMethod() {
    agent.lockedBy("4711 (start)");
    assertEquals(0, agent.run("update", "-R", "vm1-rs", "-G", "vm1-rg"));
    assertEquals(0, agent.seconds());
  }
}
