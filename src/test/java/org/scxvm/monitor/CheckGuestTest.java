package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.GuestShutdown;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;
import org.scxvm.watched.GuestPolicy;
import org.scxvm.watched.Registration;

class CheckGuestTest {

  private final SimulatedTime time = new SimulatedTime();
  private final Notes notes = new Notes();
  private final Guest guest = new Guest();
  private final Reach reach = new Reach("qemu:///system", guest, notes, time);
  private final CheckGuest check = new CheckGuest(guest, time, false);

  private int status;
  private boolean hangs;
  private Optional<String> deaf = Optional.empty();

  /** A guest with an agent, and a program that asks it. */
  private final class Guest implements WatchedHypervisor, WatchLine, Commands {
    @Override
    public WatchLine connect(Changes changes) {
      return this;
    }

    @Override
    public DomainProcesses processes() {
      throw new AssertionError("nobody looks");
    }

    @Override
    public Sighting look(DomainName domain, Deadline deadline) {
      throw new AssertionError("nobody looks");
    }

    @Override
    public Map<String, Answer> lookAtAll(Deadline deadline) {
      throw new AssertionError("nobody looks");
    }

    @Override
    public void pingGuest(DomainName domain, Deadline deadline) throws HypervisorException {
      if (deaf.isPresent()) {
        throw new HypervisorException(Fault.UNSUPPORTED, deaf.get());
      }
    }

    @Override
    public void close() {}

    @Override
    public Ended run(List<String> words, Deadline deadline) throws CommandException {
      assertEquals(List.of("/bin/check", "-x"), words);
      assertEquals(Duration.ofSeconds(5), deadline.remaining());
      if (hangs) {
        throw new CommandException("/bin/check -x: did not end in time, killed");
      }
      return new Ended(status, "no web server\n", "");
    }

    @Override
    public boolean isThere(String path) {
      throw new AssertionError("it is run, and that tells");
    }
  }

  @BeforeEach
  void connected() {
    reach.open();
    assertEquals(
        Optional.of(new Note.Reached("qemu:///system")), notes.await(Duration.ofMinutes(1)));
  }

  @AfterEach
  void disconnected() {
    reach.close();
  }

  private Note checked(boolean agent, String... program) {
    return check.check(
        new Registration(
            "a",
            new ResourceIdentity(
                new ResourceName("vm1-rs"), Optional.empty(), Optional.empty(), Optional.empty()),
            new DomainName("vm1"),
            "qemu:///system",
            new MonitorPolicy(Duration.ofMinutes(1), 2, Duration.ofMinutes(6), FailoverMode.SOFT),
            new GuestPolicy(GuestShutdown.RESTART, agent, List.of(program), Duration.ofSeconds(5)),
            List.of(),
            0),
        reach);
  }

  private static Note note(int weight, String words) {
    return new Note.Checked("a", weight, words);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "50, 50", "99, 99", "100, 100", "201, 100"})
  void theStatusOfTheProgramIsWhatItCounts(int ended, int weight) {
    status = ended;
    assertEquals(
        note(weight, "/bin/check ends with " + ended + " no web server"),
        checked(false, "/bin/check", "-x"));
  }

  @Test
  void aProgramThatEndsWellSaysThatTheGuestIsWell() {
    assertEquals(note(0, "its guest is well"), checked(false, "/bin/check", "-x"));
  }

  @Test
  void aProgramThatDoesNotEndCountsHalf() {
    hangs = true;
    assertEquals(
        note(50, "/bin/check -x: did not end in time, killed"), checked(false, "/bin/check", "-x"));
  }

  /** It may be booting, or have none. */
  @Test
  void anAgentThatHasNeverAnsweredDoesNotCount() {
    deaf = Optional.of("not connected");
    assertEquals(note(0, "its guest is well"), checked(true));
  }

  @Test
  void anAgentThatHasAnsweredAndIsSilentCountsHalf() {
    assertEquals(note(0, "its guest is well"), checked(true));
    deaf = Optional.of("not connected");
    assertEquals(note(50, "its guest agent: not connected"), checked(true));
  }

  @Test
  void withBothTheProgramIsAskedIfTheAgentAnswers() {
    status = 100;
    assertEquals(
        note(100, "/bin/check ends with 100 no web server"), checked(true, "/bin/check", "-x"));
  }
}
