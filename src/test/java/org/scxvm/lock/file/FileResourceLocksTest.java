package org.scxvm.lock.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks.Held;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Two processes and one lock. */
class FileResourceLocksTest {

  private static final ResourceName RESOURCE = new ResourceName("vm1-rs");

  @TempDir private Path parent;
  private Path folder = Path.of("");

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("run").resolve("scxvm");
  }

  private Held acquire(ResourceName resource, Duration patience) throws LockException {
    return new FileResourceLocks(folder)
        .acquire(LockName.of(resource), "start", Deadline.in(new SystemTime(), patience));
  }

  /** Another process that holds the lock when this returns. */
  private Process holder(String method) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString(),
                RESOURCE.value(),
                method)
            .redirectError(new File("/dev/null"))
            .start();
    @SuppressWarnings("resource") // the stream ends with the process
    BufferedReader out = process.inputReader();
    assertEquals("held", out.readLine());
    return process;
  }

  private static void end(Process process) throws Exception {
    process.getOutputStream().close();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
  }

  @Test
  void aFreeLockIsHadAtOnceAndItsFolderIsPrivate() throws Exception {
    try (Held held = acquire(RESOURCE, Duration.ZERO)) {
      assertEquals(
          ProcessHandle.current().pid() + " start",
          Files.readString(folder.resolve("vm1-rs.lock")).strip(),
          () -> "owner of " + held);
    }
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
  }

  @Test
  void nobodyElseMayReadTheFile() throws Exception {
    acquire(RESOURCE, Duration.ZERO).close();
    Path file = folder.resolve("vm1-rs.lock");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  /** Our pid would be written over what it names. */
  @Test
  void aLinkInThePlaceOfTheFileIsNotFollowed() throws Exception {
    Files.createDirectories(folder);
    Path victim = Files.writeString(parent.resolve("victim"), "untouched");
    Files.createSymbolicLink(folder.resolve("vm1-rs.lock"), victim);
    LockException e = assertThrows(LockException.class, () -> acquire(RESOURCE, Duration.ZERO));
    assertFalse(e.isHeld());
    assertEquals("untouched", Files.readString(victim));
  }

  @Test
  void aLinkThatLeadsNowhereMakesNoFileThere() throws Exception {
    Files.createDirectories(folder);
    Path victim = parent.resolve("victim");
    Files.createSymbolicLink(folder.resolve("vm1-rs.lock"), victim);
    assertThrows(LockException.class, () -> acquire(RESOURCE, Duration.ZERO));
    assertFalse(Files.exists(victim));
  }

  @Test
  void aLockThatWasGivenBackIsHadAgain() throws Exception {
    acquire(RESOURCE, Duration.ZERO).close();
    acquire(RESOURCE, Duration.ZERO).close();
    assertTrue(Files.exists(folder.resolve("vm1-rs.lock")), "the file itself stays");
  }

  @Test
  void whoeverComesTooLateIsToldPidAndMethodOfTheHolder() throws Exception {
    Process process = holder("stop");
    try {
      LockException e =
          assertThrows(LockException.class, () -> acquire(RESOURCE, Duration.ofMillis(200)));
      assertEquals("held by process " + process.pid() + " stop", e.words());
      assertTrue(e.isHeld());
    } finally {
      end(process);
    }
  }

  @Test
  void theLockOfAnotherResourceIsAnotherLock() throws Exception {
    Process process = holder("stop");
    try {
      acquire(new ResourceName("vm2-rs"), Duration.ZERO).close();
      assertTrue(Files.exists(folder.resolve("vm2-rs.lock")));
    } finally {
      end(process);
    }
  }

  @Test
  void whoeverWaitsGetsTheLockWhenItsHolderEnds() throws Exception {
    Process process = holder("stop");
    process.getOutputStream().close();
    try (Held held = acquire(RESOURCE, Duration.ofMinutes(1))) {
      assertTrue(
          Files.readString(folder.resolve("vm1-rs.lock")).strip().endsWith(" start"),
          () -> "owner of " + held);
    }
    end(process);
  }

  @Test
  void theDeathOfAHolderFreesItsLock() throws Exception {
    Process process = holder("stop-with-a-name-that-is-longer-than-the-next-one");
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    try (Held held = acquire(RESOURCE, Duration.ofMinutes(1))) {
      assertEquals(
          ProcessHandle.current().pid() + " start",
          Files.readString(folder.resolve("vm1-rs.lock")).strip(),
          () -> "owner of " + held);
    }
  }

  @Test
  void aBootThatWasNotAnsweredIsRememberedByTheNextHolder() throws Exception {
    Held first = acquire(RESOURCE, Duration.ZERO);
    assertFalse(first.hasOpenBoot());
    first.noteOpenBoot(true);
    first.close();
    Held second = acquire(RESOURCE, Duration.ZERO);
    assertTrue(second.hasOpenBoot());
    second.close();
    Held third = acquire(RESOURCE, Duration.ZERO);
    assertTrue(third.hasOpenBoot(), "nobody has heard of its end");
    third.noteOpenBoot(false);
    third.close();
    Held fourth = acquire(RESOURCE, Duration.ZERO);
    assertFalse(fourth.hasOpenBoot());
    fourth.close();
  }

  /** A full disk takes no new page, but what is written over needs none. */
  @Test
  void theFileHasItsSizeFromTheBeginning() throws Exception {
    Held held = acquire(RESOURCE, Duration.ZERO);
    long size = Files.size(folder.resolve("vm1-rs.lock"));
    held.noteOpenBoot(true);
    assertEquals(size, Files.size(folder.resolve("vm1-rs.lock")));
    held.noteOpenBoot(false);
    assertEquals(size, Files.size(folder.resolve("vm1-rs.lock")));
    held.close();
  }

  @Test
  void theNoteOfABootOutlivesTheDeathOfItsHolder() throws Exception {
    Held first = acquire(RESOURCE, Duration.ZERO);
    first.noteOpenBoot(true);
    first.close();
    Process process = holder("stop");
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    Held next = acquire(RESOURCE, Duration.ofMinutes(1));
    assertTrue(next.hasOpenBoot());
    next.close();
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(parent.resolve("run"), "in the way");
    LockException e =
        assertThrows(LockException.class, () -> acquire(RESOURCE, Duration.ofMillis(1)));
    assertTrue(e.words().startsWith("lock " + folder.resolve("vm1-rs.lock") + ": "), e.words());
    assertFalse(e.isHeld());
  }
}
