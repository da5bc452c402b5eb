package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.message.Catalogue;
import org.scxvm.scenario.AgentInWorld;

/** What a person at night gets who asks for a message. */
class ExplainCommandTest {

  private final AgentInWorld agent = new AgentInWorld();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "913728",
        " 913728 ",
        "[ID 913728]",
        "[ID 913728 daemon.error] Domain vm1 failed to start",
        "Nov 22 02:11:05 n1 SC[SUNWscxvm.start]:g:vm1-rs: [ID 913728 daemon.error] Domain vm1 failed"
      })
  void anIdOrALineOfTheLogIsExplained(String word) {
    assertEquals(0, agent.run("explain", word));
    assertEquals(
        """
        913728 error: Domain %s failed to start
          The domain could not be started, or was not seen running in time.
          Do: Read the messages before and after this one: they name the cause.
        """,
        agent.out());
    assertEquals("", agent.err() + agent.story());
    assertFalse(agent.wasClusterAsked());
  }

  @Test
  void withoutAnIdAllAreListed() {
    assertEquals(0, agent.run("explain"));
    assertEquals(Catalogue.all().size(), agent.out().lines().count());
    assertTrue(agent.out().contains("\n388563 info: Domain %s started\n"), agent::out);
  }

  @Test
  void anIdThatNobodyHasIsSaidToBeUnknown() {
    assertEquals(1, agent.run("explain", "100000"));
    assertEquals("no message has the id 100000\n", agent.err());
    assertEquals("", agent.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "failed to start", "9137281", "[ID x]"})
  void whatIsNoIdIsAWrongCommandLine(String word) {
    assertEquals(2, agent.run("explain", word));
    assertEquals(1, agent.err().lines().count(), agent::err);
    assertTrue(agent.err().contains("expected six digits"), agent::err);
  }
}
