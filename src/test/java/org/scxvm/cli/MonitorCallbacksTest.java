package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scxvm.folder.FolderException;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.AgentInWorld;
import org.scxvm.scenario.PlainFolder;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;

/** {@code monitor_start} and {@code monitor_stop} where nobody runs the monitor itself. */
class MonitorCallbacksTest {

  private final AgentInWorld agent = new AgentInWorld("timeout = 60 s");

  private Optional<Registration> registered() throws FolderException {
    return new Registrations(new PlainFolder(agent.stateFiles()), "")
        .of(new ResourceName("vm1-rs"));
  }

  /** The probe compares them with its own: a call by hand may be about another domain. */
  @Test
  void theWordsOfTheCallAreRegistered() throws FolderException {
    agent.run("monitor_start", "-R", "vm1-rs", "-T", "SUNW.xvm:1", "--domain", "other");
    Registration registration = registered().orElseThrow();
    assertEquals(
        List.of("-R", "vm1-rs", "-T", "SUNW.xvm:1", "--domain", "other"), registration.words());
    assertEquals("other", registration.domain().value());
  }

  @Test
  void aMonitorThatDoesNotTakeItUpIsAFailure() {
    assertEquals(1, agent.run("monitor_start", "-R", "vm1-rs"));
    assertTrue(agent.story().contains("does not take resource vm1-rs up"), agent::story);
  }

  @Test
  void whatIsStoppedIsForgotten() throws FolderException {
    agent.run("monitor_start", "-R", "vm1-rs");
    agent.stateFiles().put("vm1-rs.health", "scxvm-health-1 up\n");
    assertEquals(0, agent.run("monitor_stop", "-R", "vm1-rs"));
    assertEquals(Optional.empty(), registered());
    assertEquals(Map.of(), agent.stateFiles());
  }
}
