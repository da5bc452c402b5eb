package org.scxvm.hypervisor.noted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.ShutdownMode;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.resource.DomainName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** A boot that nobody answered may come late; until then absence is not down. */
class NotedHypervisorsTest {

  private static final DomainName DOMAIN = new DomainName("vm1");
  private static final Answer SILENT = new Answer.Silent("no answer in time");

  private final Deadline deadline = Deadline.in(new SimulatedTime(), Duration.ofSeconds(10));
  private final List<String> notes = new ArrayList<>();
  private boolean open;
  private boolean noRoom;

  private final BootNote note =
      new BootNote() {
        @Override
        public boolean isOpen() {
          return open;
        }

        @Override
        public void open() throws HypervisorException {
          if (noRoom) {
            throw new HypervisorException(Fault.REFUSED, "not asked for: No space left on device");
          }
          open = true;
          notes.add("open");
        }

        @Override
        public void answered() {
          open = false;
          notes.add("answered");
        }
      };

  private Sighting look(Answer answer, ProcessSighting process) {
    return new NotedSight(new FixedSight(new Sighting(answer, process)), note)
        .look(DOMAIN, deadline);
  }

  private void boot(DomainPower power) throws HypervisorException {
    new NotedPower(power, note).boot(DOMAIN, deadline);
  }

  @Test
  void aBootThatCannotBeNotedIsNotAskedFor() {
    noRoom = true;
    HypervisorException e =
        assertThrows(
            HypervisorException.class,
            () ->
                boot(
                    new FixedPower(
                        () -> {
                          throw new AssertionError("asked for, but not noted");
                        })));
    assertEquals("not asked for: No space left on device", e.words());
  }

  @Test
  void aBootIsNotedBeforeItIsAskedForAndTheNoteIsTakenAwayWithTheAnswer() throws Exception {
    boot(new FixedPower(() -> notes.add("boot")));
    assertEquals(List.of("open", "boot", "answered"), notes);
  }

  @ParameterizedTest
  @CsvSource({"SILENT, true", "REFUSED, false", "UNSUPPORTED, false", "NO_SUCH_DOMAIN, false"})
  void onlyABootWithoutAnAnswerStaysOpen(Fault fault, boolean staysOpen) {
    HypervisorException e =
        assertThrows(
            HypervisorException.class,
            () ->
                boot(
                    new FixedPower(
                        () -> {
                          throw new HypervisorException(fault, "words");
                        })));
    assertEquals(fault, e.fault());
    assertEquals(staysOpen, open);
  }

  @Test
  void whileABootIsOpenAbsenceBesideASilentLibvirtIsNotDown() {
    open = true;
    Sighting seen = look(SILENT, new ProcessSighting.Absent());
    assertFalse(seen.isDown());
    assertInstanceOf(ProcessSighting.CannotLook.class, seen.process());
    assertTrue(open);
  }

  @Test
  void withoutAnOpenBootAbsenceIsDown() {
    assertTrue(look(SILENT, new ProcessSighting.Absent()).isDown());
    assertEquals(List.of(), notes);
  }

  @Test
  void aLiveProcessIsALiveProcess() {
    open = true;
    Sighting seen = look(SILENT, new ProcessSighting.Alive(4711));
    assertEquals(new ProcessSighting.Alive(4711), seen.process());
    assertTrue(open);
  }

  @Test
  void whatIsPausedWhileABootIsOpenMayHaveComeOfIt() {
    open = true;
    Answer paused = new Answer.Active("uuid", Activity.PAUSED_BY_USER);
    Sighting seen = look(paused, new ProcessSighting.NotNeeded());
    assertTrue(seen.is(Activity.PAUSED_SINCE_LATE_BOOT));
    assertEquals(Optional.of("uuid"), seen.answer().knownUuid());
    assertTrue(open, "the next method sees it, too");
  }

  @Test
  void withoutAnOpenBootAPauseIsTheUsers() {
    Answer paused = new Answer.Active("uuid", Activity.PAUSED_BY_USER);
    assertTrue(look(paused, new ProcessSighting.NotNeeded()).is(Activity.PAUSED_BY_USER));
  }

  @Test
  void anAnswerOfLibvirtEndsTheDoubt() {
    open = true;
    assertTrue(
        look(new Answer.Inactive("uuid", OffReason.OTHER), new ProcessSighting.Absent()).isDown());
    assertFalse(open);
    open = true;
    assertTrue(
        look(new Answer.Active("uuid", Activity.RUNNING), new ProcessSighting.NotNeeded())
            .is(Activity.RUNNING));
    assertFalse(open);
  }

  private record FixedSight(Sighting sighting) implements DomainSight {
    @Override
    public Sighting look(DomainName domain, Deadline deadline) {
      return sighting;
    }

    @Override
    public DomainChanges watch(DomainName domain, Deadline deadline) {
      throw new AssertionError("nobody watches");
    }
  }

  private interface Call {
    void make() throws HypervisorException;
  }

  private record FixedPower(Call atBoot) implements DomainPower {
    @Override
    public void boot(DomainName domain, Deadline deadline) throws HypervisorException {
      atBoot.make();
    }

    @Override
    public void resume(DomainName domain, Deadline deadline) {
      throw new AssertionError("nobody resumes");
    }

    @Override
    public void wake(DomainName domain, Deadline deadline) {
      throw new AssertionError("nobody wakes");
    }

    @Override
    public void shutDown(DomainName domain, ShutdownMode mode, Deadline deadline) {
      throw new AssertionError("nobody shuts down");
    }

    @Override
    public void destroy(DomainName domain, Deadline deadline) {
      throw new AssertionError("nobody destroys");
    }
  }
}
