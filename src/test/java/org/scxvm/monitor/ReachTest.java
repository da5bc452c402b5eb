package org.scxvm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.resource.DomainName;
import org.scxvm.scenario.SimulatedTime;
import org.scxvm.time.Deadline;

/** A line that is kept by a thread of its own; the clock is simulated, the thread is real. */
class ReachTest {

  private static final String URI = "qemu:///system";
  private static final DomainName VM1 = new DomainName("vm1");
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Notes notes = new Notes();
  private final Daemon daemon = new Daemon();
  private final Reach reach = new Reach(URI, daemon, notes, new SimulatedTime());

  @AfterEach
  void close() {
    reach.close();
  }

  private static final class Daemon implements WatchedHypervisor, DomainProcesses, WatchLine {
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicBoolean silent = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Changes> told = Optional.empty();

    @Override
    public WatchLine connect(Changes changes) throws HypervisorException {
      if (refusals.getAndDecrement() > 0) {
        throw new HypervisorException(Fault.SILENT, "no such socket");
      }
      told = Optional.of(changes);
      return this;
    }

    @Override
    public DomainProcesses processes() {
      return this;
    }

    @Override
    public ProcessSighting look(DomainName domain) {
      return new ProcessSighting.Alive(7);
    }

    @Override
    public Optional<ProcessIdentity> of(DomainName domain) {
      throw new AssertionError("not asked here");
    }

    @Override
    public ProcessCondition condition(ProcessIdentity process) {
      throw new AssertionError("not asked here");
    }

    @Override
    public void awaitEnd(ProcessIdentity process, Runnable ended) {
      throw new AssertionError("nobody waits for an end here");
    }

    @Override
    public Sighting look(DomainName domain, Deadline deadline) {
      Answer answer =
          silent.getAndSet(false)
              ? new Answer.Silent("frozen")
              : new Answer.Active("uuid", Activity.RUNNING);
      return new Sighting(answer, new ProcessSighting.NotNeeded());
    }

    @Override
    public Map<String, Answer> lookAtAll(Deadline deadline) {
      return Map.of();
    }

    @Override
    public void pingGuest(DomainName domain, Deadline deadline) {}

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private void assertNext(Note wanted) {
    assertEquals(Optional.of(wanted), notes.await(LONG));
  }

  @Test
  void aDaemonThatIsNotThereYetIsTriedAgain() {
    daemon.refusals.set(7);
    reach.open();
    assertNext(new Note.Reached(URI));
    assertEquals("running", reach.look(VM1).toString());
  }

  @Test
  void withoutALineTheProcessIsLookedAt() {
    daemon.refusals.set(1_000_000);
    reach.open();
    assertEquals(
        "libvirt gives no answer (no line to qemu:///system), its hypervisor process 7 is alive",
        reach.look(VM1).toString());
  }

  @Test
  void aSilentDaemonLosesItsLineAndIsReachedAgain() throws InterruptedException {
    reach.open();
    assertNext(new Note.Reached(URI));
    daemon.silent.set(true);
    assertTrue(reach.look(VM1).isSilent());
    assertNext(new Note.Lost(URI));
    assertNext(new Note.Reached(URI));
    assertTrue(daemon.closed.await(LONG.toSeconds(), TimeUnit.SECONDS));
  }

  @Test
  void whatTheLineTellsIsPassedOn() {
    reach.open();
    assertNext(new Note.Reached(URI));
    daemon.told.orElseThrow().changed("vm1");
    assertNext(new Note.Changed(URI, "vm1"));
    daemon.told.orElseThrow().diskFailed("vm1");
    assertNext(new Note.DiskFailed(URI, "vm1"));
    daemon.told.orElseThrow().lost();
    assertNext(new Note.Lost(URI));
    assertNext(new Note.Reached(URI));
  }

  @Test
  void whatIsToldAgainAndAgainIsReadOnce() {
    for (int i = 0; i < 10_000; i++) {
      reach.changed("vm1");
    }
    assertNext(new Note.Changed(URI, "vm1"));
    assertEquals(Optional.empty(), notes.await(Duration.ZERO));
  }

  @Test
  void aLineThatIsNotWantedAnyMoreIsClosed() throws InterruptedException {
    reach.open();
    assertNext(new Note.Reached(URI));
    reach.close();
    assertTrue(daemon.closed.await(LONG.toSeconds(), TimeUnit.SECONDS));
  }
}
