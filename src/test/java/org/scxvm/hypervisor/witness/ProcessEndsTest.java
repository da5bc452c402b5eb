package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.ProcessIdentity;

/** The kernel of this machine tells the end of real processes. */
class ProcessEndsTest {

  private final ProcessTable table = new ProcessTable(Path.of("/proc"));
  private final ProcessEnds ends = new ProcessEnds(table);
  private final BlockingQueue<ProcessIdentity> told = new LinkedBlockingQueue<>();

  private static Process sleeping() throws IOException {
    return new ProcessBuilder("sleep", "300").start();
  }

  private ProcessIdentity identity(Process process) {
    return table.identity(process.pid()).orElseThrow();
  }

  private void await(ProcessIdentity process) {
    ends.await(process, () -> told.add(process));
  }

  private ProcessIdentity next() throws InterruptedException {
    ProcessIdentity next = told.poll(1, TimeUnit.MINUTES);
    assertNotNull(next, "no end was told");
    return next;
  }

  @Test
  void theEndIsToldAndNoOther() throws Exception {
    Process first = sleeping();
    Process second = sleeping();
    ProcessIdentity firstIdentity = identity(first);
    ProcessIdentity secondIdentity = identity(second);
    await(firstIdentity);
    await(secondIdentity);
    second.destroyForcibly();
    assertEquals(secondIdentity, next());
    first.destroyForcibly();
    assertEquals(firstIdentity, next());
  }

  @Test
  void manyAreAwaitedAtOnce() throws Exception {
    Set<ProcessIdentity> begun = new HashSet<>();
    Set<ProcessIdentity> ended = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      Process process = sleeping();
      begun.add(identity(process));
      await(identity(process));
      process.destroyForcibly();
    }
    for (int i = 0; i < 50; i++) {
      ended.add(next());
    }
    assertEquals(begun, ended);
  }

  /** Whoever is registered anew asks again, and is the only one who is told. */
  @Test
  void oneThatIsAwaitedAgainIsToldOnce() throws Exception {
    Process process = sleeping();
    ProcessIdentity identity = identity(process);
    ends.await(identity, () -> told.add(new ProcessIdentity(0, 0)));
    await(identity);
    process.destroyForcibly();
    assertEquals(identity, next());
    assertEquals(null, told.poll());
  }

  @Test
  void oneThatHasEndedIsToldAtOnce() throws Exception {
    Process process = sleeping();
    ProcessIdentity identity = identity(process);
    process.destroyForcibly().waitFor();
    await(identity);
    assertEquals(identity, told.poll());
  }

  @Test
  void oneWhoseNumberIsAnothersHasEnded() throws Exception {
    Process process = sleeping();
    ProcessIdentity before = new ProcessIdentity(process.pid(), identity(process).start() - 1);
    await(before);
    assertEquals(before, told.poll());
    process.destroyForcibly();
  }
}
