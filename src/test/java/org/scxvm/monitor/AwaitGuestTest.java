package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.message.Messages;
import org.scxvm.process.Commands;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;

/** A Start that waits for its guest. */
class AwaitGuestTest {

  private final SimulatedTime time = new SimulatedTime();
  private final List<String> said = new ArrayList<>();
  private final Guest guest = new Guest();
  private final AwaitGuest await =
      new AwaitGuest(
          uri -> guest, guest, new Messages(List.of(line -> said.add(line.text()))), time);

  /** Seconds after which the agent answers, and the program is content. */
  private int agentFrom;

  private int programFrom;
  private int downFrom = Integer.MAX_VALUE;
  private Duration longestLimit = Duration.ZERO;

  private final class Guest implements WatchedHypervisor, WatchLine, Commands {
    @Override
    public WatchLine connect(Changes changes) {
      return this;
    }

    @Override
    public DomainProcesses processes() {
      throw new AssertionError("there is a line");
    }

    @Override
    public Sighting look(DomainName domain, Deadline deadline) {
      Answer answer =
          seconds() < downFrom
              ? new Answer.Active("uuid", Activity.RUNNING)
              : new Answer.Inactive("uuid", OffReason.OTHER);
      return new Sighting(answer, new ProcessSighting.Absent());
    }

    @Override
    public Map<String, Answer> lookAtAll(Deadline deadline) {
      throw new AssertionError("one is enough");
    }

    @Override
    public void pingGuest(DomainName domain, Deadline deadline) throws HypervisorException {
      if (seconds() < agentFrom) {
        throw new HypervisorException(Fault.UNSUPPORTED, "not connected");
      }
    }

    @Override
    public void close() {}

    @Override
    public Ended run(List<String> words, Deadline deadline) {
      longestLimit = deadline.remaining();
      return new Ended(seconds() < programFrom ? 3 : 0, "no web server\n", "");
    }

    @Override
    public boolean isThere(String path) {
      throw new AssertionError("it is run, and that tells");
    }
  }

  private long seconds() {
    return time.sinceStart().toSeconds();
  }

  private boolean awaited(Duration atMost) {
    Registration registration =
        new Registration(
            "a",
            new ResourceIdentity(
                new ResourceName("vm1-rs"), Optional.empty(), Optional.empty(), Optional.empty()),
            new DomainName("vm1"),
            "qemu:///system",
            new MonitorPolicy(Duration.ofMinutes(1), 2, Duration.ofMinutes(6), FailoverMode.SOFT),
            new GuestPolicy(
                GuestShutdown.RESTART, true, List.of("/bin/check"), Duration.ofSeconds(30)),
            List.of(),
            0);
    return await.await(registration, Deadline.in(time, atMost));
  }

  /** In the monitor an agent that has never answered counts for nothing; here it is waited for. */
  @Test
  void itIsWaitedForUntilAgentAndProgramAreContent() {
    agentFrom = 4;
    programFrom = 7;
    assertTrue(awaited(Duration.ofSeconds(60)));
    assertEquals(7, seconds());
    assertEquals(List.of(), said);
  }

  @Test
  void aGuestThatIsWellIsNotWaitedFor() {
    assertTrue(awaited(Duration.ofSeconds(60)));
    assertEquals(0, seconds());
  }

  @Test
  void whatIsNotWellInTimeIsSaid() {
    programFrom = 100;
    assertFalse(awaited(Duration.ofSeconds(10)));
    assertEquals(
        List.of(
            "The guest of domain vm1 has not become well: /bin/check ends with 3 no web server"),
        said);
    assertEquals(10, seconds());
  }

  @Test
  void noCheckTakesLongerThanThereIsTime() {
    awaited(Duration.ofSeconds(10));
    assertEquals(Duration.ofSeconds(10), longestLimit);
    awaited(Duration.ofSeconds(60));
    assertEquals(Duration.ofSeconds(30), longestLimit);
  }

  @Test
  void aDomainThatIsDownAgainIsNotWaitedFor() {
    agentFrom = 100;
    downFrom = 3;
    assertFalse(awaited(Duration.ofSeconds(60)));
    assertEquals(3, seconds());
    assertEquals(
        List.of(
            "The guest of domain vm1 has not become well: shut off, it has no hypervisor process"),
        said);
  }
}
