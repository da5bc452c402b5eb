package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Recovery;
import org.scxvm.scenario.AgentInWorld;

/** The entry points of Serviceguard, from their command line to the status of the wrapper. */
class SgActionTest {

  /** What the wrapper takes away. */
  private static final int DISTANCE = 40;

  private static int call(AgentInWorld agent, String entry, String... words) {
    String[] all = new String[words.length + 5];
    String[] first = {"sg_" + entry, "-R", "vm1-rs", "-G", "vm1-rs"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(words, 0, all, first.length, words.length);
    return agent.run(all) - DISTANCE;
  }

  private static AgentInWorld agent(String given) {
    return new AgentInWorld(given.split("; ", -1));
  }

  /** Another node may try only if the domain is down here for certain, and nobody has it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domain here = off                                                     | 0",
        "domain here = running                                                 | 0",
        "domain here = off; boot here = refused: no KVM                          | 2",
        "domain here = off; libvirt here = hangs; process here = absent        | 2",
        "domain here = off; libvirt here = hangs; process here = cannot look: hidepid | 1",
        "domain here = running; libvirt here = hangs                           | 1",
        "domain here = off; domain there = running                             | 1",
        "domain here = off; domain there = running; boot here = refused: no KVM  | 1",
        "domain here = off; property Domain_name = a/b                         | 1",
        "domain here = off; cluster = fails: not a member                      | 1"
      })
  void aFailedStartSaysWhetherAnotherNodeMayTry(String given, int status) {
    AgentInWorld agent = agent(given);
    assertEquals(status, call(agent, "start"), agent::story);
    assertEquals(
        status == 2, agent.story().contains("the package may try another one"), agent::story);
  }

  /** Another method of the resource is at work: the wrapper takes that for a failure, too. */
  @Test
  void aStartThatIsKeptOutIsNotTriedElsewhere() {
    AgentInWorld agent = agent("domain here = off").lockedBy("7 start");
    assertEquals(1, call(agent, "start") + DISTANCE, agent::story);
  }

  @ParameterizedTest
  @CsvSource({
    "user_halt,      user_halt",
    "automatic_halt, automatic_halt",
    "'',             a reason that is not given",
    "eclipse,        'an unknown reason, eclipse'"
  })
  void anOrderlyHaltSaysWhyAndWaits(String reason, String said) {
    AgentInWorld agent =
        agent("domain here = running; power button here = ignored; timeout = 300 s");
    assertEquals(0, call(agent, "stop", "--halt-reason=" + reason), agent::story);
    assertTrue(
        agent.story().contains("halts because of " + said + ": its guest is to shut down"),
        agent::story);
    assertTrue(agent.seconds() >= 200, agent::story);
  }

  @Test
  void afterAFailureAGuestThatDoesNotListenIsNotWaitedFor() {
    AgentInWorld agent =
        agent("domain here = running; power button here = ignored; timeout = 300 s");
    assertEquals(0, call(agent, "stop", "--halt-reason=failure"), agent::story);
    assertTrue(agent.story().contains("halts because of failure: its guest is asked"));
    assertTrue(agent.seconds() >= 20 && agent.seconds() < 40, agent::story);
    assertFalse(agent.isActiveHere());
  }

  /** What is not known is not down, whatever the reason. */
  @Test
  void afterAFailureTooUnknownIsNotDown() {
    AgentInWorld agent =
        agent(
            "domain here = running; libvirt here = hangs; process here = cannot look: hidepid;"
                + " timeout = 60 s");
    assertEquals(1, call(agent, "stop", "--halt-reason=failure"), agent::story);
  }

  @Test
  void aHaltNeverMigrates() {
    AgentInWorld agent =
        agent("domain here = running; switch to = node2; property Failover_type = live");
    assertEquals(0, call(agent, "stop", "--halt-reason=user_halt"), agent::story);
    assertFalse(agent.story().contains("migrate"), agent::story);
  }

  /** A mistake of this node's file keeps no package from being halted. */
  @Test
  void aMistakeInTheFileOfTheNodeIsToldAndThatIsAll() {
    AgentInWorld agent = agent("domain here = running").configured(Map.of("colour", "red"));
    assertEquals(0, call(agent, "stop", "--halt-reason=user_halt"), agent::story);
  }

  /** The package of this world has no timeouts. */
  @Test
  void aPackageWithoutTimeoutsIsRefused() {
    AgentInWorld agent = agent("domain here = running");
    assertEquals(1, call(agent, "validate"), agent::story);
    assertTrue(agent.story().contains("run_script_timeout of package"), agent::story);
    assertTrue(agent.story().contains("halt_script_timeout of package"), agent::story);
    assertFalse(agent.hasActed());
  }

  /** It would halt a package whose domain is well. */
  @Test
  void aServiceThatCannotWatchSaysNothingOfTheDomain() {
    AgentInWorld agent = agent("domain here = running; property Domain_name = a/b");
    assertEquals(1, call(agent, "monitor") + DISTANCE, agent::story);
  }

  @Test
  void theClusterIsAskedByTheEndOfTheService() throws ClusterException {
    AtomicInteger ended = new AtomicInteger();
    MonitorPolicy policy =
        new MonitorPolicy(Duration.ofMinutes(1), 0, Duration.ofMinutes(6), FailoverMode.SOFT);
    MonitorView service =
        new SgMonitor.AskedByTheEnd(
            new MonitorView() {
              @Override
              public MonitorPolicy policy() {
                return policy;
              }

              @Override
              public int restarts() {
                return 0;
              }

              @Override
              public void ask(Recovery recovery) {
                throw new AssertionError("nobody else is asked");
              }
            },
            ended::incrementAndGet);
    assertEquals(policy, service.policy());
    assertEquals(0, service.restarts());
    service.ask(Recovery.GIVEOVER);
    assertEquals(1, ended.get());
  }
}
