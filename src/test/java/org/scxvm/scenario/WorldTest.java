package org.scxvm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.time.Deadline;

/** The simulated world is as strict as it says; a lenient one would let every story pass. */
class WorldTest {

  private static World world(String... given) {
    return World.of(Given.parse(String.join("\n", given)));
  }

  private static Deadline soon(World world) {
    return Deadline.in(world.time(), Duration.ofSeconds(10));
  }

  private static HypervisorException refusal(String domain, Call call) {
    World world = world("domain here = " + domain);
    Hypervisor here = world.at(World.URI);
    return assertThrows(HypervisorException.class, () -> call.make(here, soon(world)));
  }

  private interface Call {
    void make(Hypervisor here, Deadline deadline) throws HypervisorException;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour = red",
        "domain everywhere = running",
        "domain here = flying",
        "libvirt here = sings",
        "boot here = perhaps",
        "boot here = refused",
        "folder = wet",
        "command log = wooden",
        "process 100 = happy",
        "cluster = asleep",
        "question weather = hangs",
        "move = sideways",
        "timeout = long",
        "after jump here: domain here = running",
        "domain here: running"
      })
  void aGivenLineThatNobodyUnderstandsFails(String line) {
    assertThrows(IllegalArgumentException.class, () -> world(line));
  }

  @Test
  void aGivenEventThatNeverComesTrueFailsTheStory() {
    Scenario story = Scenario.of("probe", "domain here = running\nat 200 s: domain here = off\n");
    AssertionError error = assertThrows(AssertionError.class, story::play);
    assertTrue(String.valueOf(error.getMessage()).contains("it never came true"));
  }

  @Test
  void aRunningDomainCannotBeBooted() {
    HypervisorException e =
        refusal("running", (here, limit) -> here.power().boot(FakeDomain.NAME, limit));
    assertEquals("domain is already running", e.words());
    assertEquals(Fault.REFUSED, e.fault());
  }

  @Test
  void aDomainThatIsOffCannotBeDestroyed() {
    HypervisorException e =
        refusal("off", (here, limit) -> here.power().destroy(FakeDomain.NAME, limit));
    assertEquals("domain is not running", e.words());
  }

  @Test
  void aDomainThatIsNotKnownCannotBeBooted() {
    HypervisorException e =
        refusal("not known", (here, limit) -> here.power().boot(FakeDomain.NAME, limit));
    assertEquals(Fault.NO_SUCH_DOMAIN, e.fault());
  }

  @Test
  void aRunningDomainCannotBeWoken() {
    HypervisorException e =
        refusal("running", (here, limit) -> here.power().wake(FakeDomain.NAME, limit));
    assertEquals("domain is not suspended", e.words());
  }

  @Test
  void aSecondCopyMayBeBootedButNotLetGoOn() throws HypervisorException {
    World world = world("domain here = off", "domain there = running");
    DomainPower power = world.at(World.URI).power();
    power.boot(FakeDomain.NAME, soon(world));
    assertThrows(AssertionError.class, () -> power.resume(FakeDomain.NAME, soon(world)));
  }

  @Test
  void aHypervisorThatNobodySpokeOfIsNotThere() {
    World world = world("domain here = off");
    assertThrows(AssertionError.class, () -> world.at("qemu+tls://node3/system"));
  }

  @Test
  void aStopMayNotTouchTheFolderWhileTheDomainIsUp() throws FolderException {
    World world = world("domain here = running");
    SharedFolder folder = world.folder().at(FakeFolder.PATH, soon(world));
    assertTrue(folder.read("any").isEmpty());
    world.guardFolder();
    assertThrows(AssertionError.class, () -> folder.read("any"));
  }

  @Test
  void aCallThatHangsTakesTheTimeOfItsDeadlineAndNoMore() {
    World world = world("domain here = off", "libvirt here = hangs");
    Hypervisor here = world.at(World.URI);
    HypervisorException e =
        assertThrows(
            HypervisorException.class, () -> here.power().boot(FakeDomain.NAME, soon(world)));
    assertEquals(Fault.SILENT, e.fault());
    assertEquals(Duration.ofSeconds(10), world.time().sinceStart());
  }

  @Test
  void anAgentThatCallsWithoutEverWaitingIsStopped() {
    World world = world("domain here = running");
    Hypervisor here = world.at(World.URI);
    assertThrows(
        AssertionError.class,
        () -> {
          for (int i = 0; i < 1000; i++) {
            here.sight().look(FakeDomain.NAME, soon(world));
          }
        });
  }

  @Test
  void whatIsRepeatedOverAndOverIsToldOnce() {
    SimulatedTime time = new SimulatedTime();
    Story story = new Story(time);
    for (int i = 0; i < 5; i++) {
      story.add("here", "asks");
      story.add("there", "is silent");
      time.sleep(Duration.ofSeconds(2));
    }
    assertEquals(
        """
           0.0 here     asks
           0.0 there    is silent
           ...          those 2 lines 4 times more, last at 8.0
        """,
        story.text());
  }

  @Test
  void timeMovesOnlyWhenSomebodySleepsAndEventsComeAtTheirMoment() {
    SimulatedTime time = new SimulatedTime();
    StringBuilder moments = new StringBuilder();
    time.at(Duration.ofSeconds(3), () -> moments.append(time.sinceStart().toSeconds()));
    assertEquals(Duration.ZERO, time.sinceStart());
    boolean woken = time.sleepUntil(Duration.ofSeconds(9), () -> moments.length() > 0);
    assertTrue(woken);
    assertEquals("3", moments.toString());
    assertEquals(Duration.ofSeconds(3), time.sinceStart());
  }
}
