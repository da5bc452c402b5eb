package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;
import org.scxvm.scenario.SimulatedTime;

/** What a person, or a program, gets who asks how a resource is. */
class StatusCommandTest {

  private static int status(AgentInWorld agent, String... more) {
    String[] words = new String[5 + more.length];
    System.arraycopy(new String[] {"status", "-R", "vm1-rs", "-G", "vm1-rg"}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    return agent.run(words);
  }

  private static void assertSays(AgentInWorld agent, String... lines) {
    List<String> said =
        agent.out().lines().map(line -> line.strip().replaceAll(" {2,}", " | ")).toList();
    for (String line : lines) {
      assertTrue(said.contains(line), () -> line + " in\n" + agent.out());
    }
  }

  @Test
  void everythingThatDecidesIsShown() {
    AgentInWorld agent =
        new AgentInWorld(
            "domain here = running",
            "definition here = v1",
            "saved = v1",
            "marker = node2 to node1");
    agent.configured(Map.of("debug", "1"));
    assertEquals(0, status(agent, "--failover-type", "migrate"), agent::out);
    assertSays(
        agent,
        "name | vm1-rs",
        "group | vm1-rg",
        "node | node1",
        "uuid | a8282f87-25c0-42d0-8974-2ae778942970",
        "moving to | none",
        "state | up",
        "libvirt | running",
        "process | no look at its process needed",
        "source | node2",
        "target | node1",
        "outcome | running",
        "saved | yes",
        "on this node | the same",
        "Domain_name | vm1 | (extension property)",
        "Failover_type | migrate | (command line)",
        "Debug_level | 1 | (configuration file)",
        "cluster.bin | /usr/cluster/bin | (built in)",
        "Connect_uri | (not set)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "last move = damaged            | state | damaged",
        "last move = node2 to node1     | owner | node2 to node1, arrived",
        "used marker = node2 to node1   | outcome | running",
        "used marker = node1 to node2, last move = node2 to node1 | outcome | arrived",
        "used marker = node1 to node2, last move = node2 to node1, last move at = 06:20:59"
            + " | outcome | running"
      })
  void theLastMoveIsShown(String given, String name, String value) {
    AgentInWorld agent = new AgentInWorld(("domain here = running, " + given).split(", "));
    assertEquals(0, status(agent), "nothing of it needs a look");
    assertEquals("| " + name + " | " + value, lineOf(agent, "last move", name));
  }

  /** A line of a section, the blanks of its form as bars. */
  private static String lineOf(AgentInWorld agent, String section, String name) {
    String form = agent.out().replaceAll(" {2,}", "| ").replaceAll("\\| (.*)\\| ", "| $1 | ");
    return form.lines()
        .dropWhile(line -> !line.equals(section))
        .skip(1)
        .takeWhile(line -> line.startsWith("| "))
        .filter(line -> line.startsWith("| " + name + " "))
        .findFirst()
        .orElse("no " + name + " in\n" + form);
  }

  @Test
  void itOnlyLooks() {
    AgentInWorld agent =
        new AgentInWorld("domain here = running", "saved = v1", "marker = node2 to node1");
    String before = agent.fileNames();
    assertEquals(0, status(agent));
    assertEquals(before, agent.fileNames());
    assertEquals(List.of(), agent.locksTaken());
    assertEquals(Set.of(LogTarget.STDERR), agent.targets().get(agent.targets().size() - 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domain here = off              | 0",
        "domain here = paused by a fault| 0",
        "libvirt here = hangs           | 0",
        "process here = alive 4711      | 1",
        "marker = damaged               | 1",
        "marker = empty                 | 1",
        "owner = damaged                | 1",
        "owner = node1 to node2         | 1",
        "saved = damaged                | 1",
        "folder = fails: Stale NFS file handle | 1"
      })
  void whatNeedsALookIsTheStatus(String given, int status) {
    assertEquals(status, status(new AgentInWorld("timeout = 60 s", given)));
  }

  @Test
  void whatCannotBeHadIsSaidInItsPlace() {
    AgentInWorld agent =
        new AgentInWorld(
            "timeout = 60 s",
            "domain here = running",
            "libvirt here = hangs",
            "folder = hangs",
            "question node list = fails: status 18 internal error");
    assertEquals(1, status(agent));
    assertSays(
        agent,
        "state | up_unconfirmed",
        "state | cannot be told: read .noop_vm1-rs: gave no answer in time",
        "node list | cannot be told: node list: status 18 internal error");
  }

  @Test
  void aSettingThatCannotBeHadHasNoValue() {
    AgentInWorld agent =
        new AgentInWorld("domain here = running", "question property = fails: status 13");
    String[] byHand = {
      "--json",
      "--debug",
      "0",
      "--domain",
      "vm1",
      "--domain-pathname",
      "/shared/vm1",
      "--connect",
      "qemu:///system"
    };
    assertEquals(0, status(agent, byHand), agent::story);
    assertTrue(
        agent.out().contains("\"Peer_uri\": {\"value\": \"\", \"from\": \"cannot be told: "),
        agent::out);
  }

  @Test
  void aProgramGetsOneObject() throws JsonProcessingException {
    AgentInWorld agent = new AgentInWorld("domain here = running", "marker = node2 to node1");
    assertEquals(0, status(agent, "--json", "--domain-pathname", "/a \"b\" \\c\u0001\u00e4"));
    JsonNode json = new ObjectMapper().readTree(agent.out());
    assertEquals("vm1-rs", json.at("/resource/name").textValue());
    assertEquals("up", json.at("/domain/state").textValue());
    assertEquals("node2", json.at("/marker/source").textValue());
    assertEquals(
        "/a \"b\" \\c\u0001\u00e4", json.at("/settings/Domain_pathname/value").textValue());
    assertEquals("command line", json.at("/settings/Domain_pathname/from").textValue());
    assertEquals("does not run", json.at("/monitor/monitor").textValue());
    assertEquals(8, json.size());
  }

  private static AgentInWorld watched(long secondsAgo) {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    long now = new SimulatedTime().sinceBoot().orElseThrow().toSeconds();
    agent.stateFiles().put("monitor.beat", "scxvm-beat-1 " + (now - secondsAgo) + " 47 11\n");
    agent
        .stateFiles()
        .put("vm1-rs.health", "scxvm-health-1 up 47.11 8 15 id\n-R vm1-rs\nrunning\n");
    return agent;
  }

  @Test
  void whatTheFaultMonitorKnowsIsTold() throws JsonProcessingException {
    AgentInWorld agent = watched(3);
    agent.stateFiles().put("vm1-rs.fault", "its guest is sick\n");
    assertEquals(0, status(agent, "--json"));
    JsonNode monitor = new ObjectMapper().readTree(agent.out()).at("/monitor");
    assertEquals("runs, process 47", monitor.at("/monitor").textValue());
    assertEquals("yes", monitor.at("/watched").textValue());
    assertEquals("up: running", monitor.at("/found").textValue());
    assertEquals("yes", monitor.at("/fault_noted").textValue());
  }

  @Test
  void aFaultMonitorThatIsSilentNeedsALook() {
    AgentInWorld agent = watched(60);
    assertEquals(1, status(agent));
    assertTrue(agent.out().contains("gives no sign of life for 60 s, process 47"), agent::out);
  }

  @Test
  void aWrongSettingIsTold() {
    AgentInWorld agent = new AgentInWorld("property Domain_name = a/b");
    assertEquals(1, status(agent));
    assertTrue(agent.story().contains("Wrong setting: Domain_name"), agent::story);
    assertEquals("", agent.out());
  }
}
