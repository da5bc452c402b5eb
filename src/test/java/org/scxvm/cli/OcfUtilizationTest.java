package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.scenario.AgentInWorld;
import org.scxvm.utilization.CrmResource;

/** What a domain needs, written into the CIB for whoever asks for it. */
class OcfUtilizationTest {

  private static final int DISTANCE = 40;
  private static final String CPU = "property Autoset_utilization_cpu = ";

  private final CrmResource crm = new CrmResource();
  private final AgentInWorld agent =
      new AgentInWorld(
              "domain here = running",
              "also defined here = <vcpu>1</vcpu><memory unit='KiB'>32768</memory>",
              "running as here = <vcpu current='2'>4</vcpu><memory unit='KiB'>65536</memory>")
          .withPrograms(crm);

  private int call(String words) {
    return agent.run((words + " -R vm1-rs").split(" ", -1)) - DISTANCE;
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocf_start", "ocf_migrate_from", "ocf_monitor --probe"})
  void itIsWrittenWhereTheDomainIsSeenFirst(String action) {
    agent
        .changed(CPU + "true")
        .changed("property Autoset_utilization_host_memory = yes")
        .changed("property Autoset_utilization_hv_memory = 1");
    assertEquals(0, call(action), agent::story);
    assertEquals(Map.of("cpu", "2", "host_memory", "64", "hv_memory", "64"), crm.attributes());
  }

  @Test
  void aRecurringMonitorLeavesItAlone() {
    agent.changed(CPU + "true");
    assertEquals(0, call("ocf_monitor"), agent::story);
    assertEquals(Map.of(), crm.attributes());
  }

  /** Each write has Pacemaker think anew. */
  @Test
  void whatIsThereIsNotWrittenAgain() {
    agent.changed(CPU + "true");
    crm.attributes().put("cpu", "2");
    call("ocf_start");
    assertEquals(List.of(), crm.writes());
    crm.attributes().put("cpu", "4");
    call("ocf_start");
    assertEquals(List.of("cpu=2"), crm.writes());
  }

  @Test
  void itIsTakenAwayForWhoeverAsks() {
    crm.attributes().putAll(Map.of("cpu", "2", "hv_memory", "9"));
    agent
        .changed("property Unset_utilization_cpu = true")
        .changed("property Unset_utilization_host_memory = true");
    call("ocf_start");
    assertEquals(List.of("without cpu"), crm.writes());
  }

  @ParameterizedTest
  @CsvSource({"ocf_start, false", "ocf_start, no", "ocf_stop, true"})
  void elseNobodyIsEvenAsked(String action, String wish) {
    AgentInWorld without = new AgentInWorld("domain here = running", CPU + wish);
    assertEquals(DISTANCE, without.run(action, "-R", "vm1-rs"), without::story);
  }

  @Test
  void aDomainThatIsNotUpIsNone() {
    AgentInWorld off = new AgentInWorld("domain here = off", CPU + "true");
    assertEquals(7, off.run("ocf_monitor", "--probe", "-R", "vm1-rs") - DISTANCE, off::story);
  }

  @Test
  void whatCannotBeWrittenIsToldAndHindersNobody() {
    agent.changed(CPU + "true").changed("property Unset_utilization_hv_memory = true");
    crm.fails("Could not connect to the CIB: Transport endpoint is not connected");
    assertEquals(0, call("ocf_start"), agent::story);
    assertTrue(
        agent.story().contains("warning  Utilization cpu of resource vm1-rs was not written"),
        agent::story);
    assertTrue(agent.story().contains("Transport endpoint is not connected"), agent::story);
  }
}
