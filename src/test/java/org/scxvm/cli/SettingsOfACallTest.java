package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.config.LogTarget;
import org.scxvm.scenario.AgentInWorld;

/** Where a call takes its settings from, and how much time it gives itself. */
class SettingsOfACallTest {

  private static final String[] HANGING = {
    "domain here = running", "libvirt here = hangs", "process here = cannot look: hidepid"
  };

  private static AgentInWorld hanging(String timeout) {
    String[] given = new String[HANGING.length + 1];
    System.arraycopy(HANGING, 0, given, 0, HANGING.length);
    given[HANGING.length] = "timeout = " + timeout;
    return new AgentInWorld(given);
  }

  @Test
  void theCommandLineBeatsThePropertyAndThePropertyTheFile() {
    AgentInWorld agent =
        new AgentInWorld("domain here = running", "property Debug_level = 1")
            .configured(Map.of("debug", "2"));
    assertEquals(0, agent.run("probe", "-R", "vm1-rs"));
    assertEquals(1, agent.debugLevel());
    assertEquals(0, agent.run("probe", "-R", "vm1-rs", "--debug", "0"));
    assertEquals(0, agent.debugLevel());
  }

  @Test
  void theFileCountsWhereNeitherOfThemHasIt() {
    AgentInWorld agent =
        new AgentInWorld("domain here = running")
            .configured(Map.of("debug", "2", "log", "stderr", "state.dir", "/tmp/locks"));
    assertEquals(0, agent.run("start", "-R", "vm1-rs"));
    assertEquals(2, agent.debugLevel());
    assertEquals(Set.of(LogTarget.STDERR), agent.targets().get(agent.targets().size() - 1));
    assertTrue(agent.locksTaken().contains("take /tmp/locks vm1-rs start"));
  }

  @Test
  void byHandTheDomainIsNamedOnTheCommandLine() {
    AgentInWorld agent = new AgentInWorld("domain here = running", "property Domain_name = none");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs", "--domain", "vm1"));
    assertTrue(agent.story().contains("here     seen: running"), agent::story);
  }

  @Test
  void anEmptyOptionIsNotSet() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(0, agent.run("probe", "-R", "vm1-rs", "--domain", ""));
    assertTrue(agent.story().contains("here     seen: running"), agent::story);
  }

  @Test
  void theFailoverTypeIsAPropertyOrAnOption() {
    String[] given = {"domain here = running", "switch to = node2", "private host = node2-priv"};
    AgentInWorld agent = new AgentInWorld(given);
    assertEquals(0, agent.run("stop", "-R", "vm1-rs", "--failover-type", "migrate --live"));
    assertTrue(agent.story().contains("NO-OP STOP being performed"), agent::story);
  }

  /** A Stop against a hanging libvirt uses all it has: its end shows what it believed to have. */
  @ParameterizedTest
  @CsvSource({
    // timeout of the method, by hand, type, second of the last word
    "60 s,  '',   SUNW.xvm:1, 58",
    "60 s,  30,   SUNW.xvm:1, 28",
    "60 s,  3000, SUNW.xvm:1, 58",
    "100 s, '',   SUNW.gds:6, 78",
    "100 s, 50,   SUNW.gds:6, 38"
  })
  void aMethodEndsBeforeTheTimeoutThatIsEnforced(
      String timeout, String byHand, String type, long end) {
    AgentInWorld agent = hanging(timeout);
    assertEquals(1, agent.run("stop", "-R", "vm1-rs", "-T", type, "--timeout", byHand));
    assertEquals(end, agent.seconds());
  }

  @Test
  void aTimeoutThatIsNoneIsAWrongSetting() {
    AgentInWorld agent = new AgentInWorld("domain here = running");
    assertEquals(1, agent.run("stop", "-R", "vm1-rs", "--timeout", "soon"));
    assertTrue(agent.story().contains("Wrong setting: timeout=soon is not accepted"), agent::story);
  }
}
