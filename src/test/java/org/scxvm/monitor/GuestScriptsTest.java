package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scxvm.message.Messages;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.resource.DomainName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** Programs of VirtualDomain's monitor_scripts. */
class GuestScriptsTest {

  private final SimulatedTime time = new SimulatedTime();
  private final List<String> ran = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private int failures;

  private GuestScripts scripts(String... paths) {
    return new GuestScripts(
        List.of(paths),
        new DomainName("vm1"),
        new Ending(),
        new Messages(List.of(line -> told.add(line.text()))));
  }

  /** The scripts whose name says so fail, as often as is left to fail. */
  private final class Ending implements Commands {

    @Override
    public Ended run(List<String> words, Deadline deadline) throws CommandException {
      ran.addAll(words);
      String path = words.get(0);
      if (path.endsWith("missing")) {
        throw new CommandException(path + ": no such program");
      }
      boolean fails = path.endsWith("sick") && failures-- > 0;
      return new Ended(fails ? 3 : 0, fails ? "no answer\n" : "", "");
    }

    @Override
    public boolean isThere(String path) {
      throw new AssertionError("nobody asks for it");
    }
  }

  private Deadline in(int seconds) {
    return Deadline.in(time, Duration.ofSeconds(seconds));
  }

  @Test
  void allOfThemAreRunWhileTheyAreWell() {
    assertTrue(scripts("/a", "/b").areWell(in(10)));
    assertEquals(List.of("/a", "/b"), ran);
    assertEquals(List.of(), told);
  }

  @Test
  void theFirstThatFailsIsTold() {
    failures = 1;
    assertFalse(scripts("/sick", "/b").areWell(in(10)));
    assertEquals(List.of("/sick"), ran);
    assertEquals(
        List.of("Something inside domain vm1 is not well: /sick has ended with 3 no answer"), told);
  }

  @Test
  void oneThatCannotBeRunIsTold() {
    assertFalse(scripts("/missing").areWell(in(10)));
    assertEquals(
        List.of("Something inside domain vm1 is not well: /missing: no such program"), told);
  }

  @Test
  void aStartWaitsForThemInSilence() {
    failures = 3;
    assertTrue(scripts("/sick").await(in(10)));
    assertEquals(4, ran.size());
    assertEquals(List.of(), told);
  }

  @Test
  void aStartWaitsNoLongerThanItMay() {
    failures = 100;
    assertFalse(scripts("/sick").await(in(5)));
    assertEquals(1, told.size());
  }
}
