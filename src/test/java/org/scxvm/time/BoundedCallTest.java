package org.scxvm.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A call that may hang. These tests use the real clock, but none depends on how fast it is. */
class BoundedCallTest {

  private final SystemTime time = new SystemTime();

  private Deadline in(Duration fromNow) {
    return Deadline.in(time, fromNow);
  }

  private Deadline far() {
    return in(Duration.ofMinutes(1));
  }

  @Test
  void theValueOfACallIsHandedOn() throws Exception {
    assertEquals("value", BoundedCall.<String, IOException>run("call", far(), () -> "value"));
  }

  @Test
  void aCallThatIsGivenNoTimeIsNotMade() {
    TimeoutException e =
        assertThrows(
            TimeoutException.class,
            () ->
                BoundedCall.<String, IOException>run(
                    "boot", in(Duration.ofSeconds(-1)), () -> "booted when nobody looks any more"));
    assertEquals("there is no time left for boot", e.getMessage());
  }

  @Test
  void aCallThatHangsIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    TimeoutException e =
        assertThrows(
            TimeoutException.class,
            () ->
                BoundedCall.<Long, InterruptedException>run(
                    "look",
                    in(Duration.ofMillis(20)),
                    () -> {
                      never.await();
                      return never.getCount();
                    }));
    assertEquals("look gave no answer in time", e.getMessage());
    never.countDown();
  }

  @Test
  void aDeadlineThatHasPassedGivesTheCallNoTime() {
    CountDownLatch never = new CountDownLatch(1);
    assertThrows(
        TimeoutException.class,
        () ->
            BoundedCall.<Long, InterruptedException>run(
                "look",
                in(Duration.ofSeconds(-1)),
                () -> {
                  never.await();
                  return never.getCount();
                }));
    never.countDown();
  }

  @Test
  void theCheckedExceptionOfTheCallIsPassedOn() {
    IOException thrown = new IOException("no such file");
    assertSame(
        thrown,
        assertThrows(
            IOException.class,
            () ->
                BoundedCall.<String, IOException>run(
                    "read",
                    far(),
                    () -> {
                      throw thrown;
                    })));
  }

  @Test
  void aRuntimeExceptionOfTheCallIsPassedOn() {
    IllegalStateException thrown = new IllegalStateException("not so");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                BoundedCall.<String, IOException>run(
                    "read",
                    far(),
                    () -> {
                      throw thrown;
                    })));
  }

  @Test
  void anErrorOfTheCallIsPassedOn() {
    LinkageError thrown = new LinkageError("no libvirt");
    assertSame(
        thrown,
        assertThrows(
            LinkageError.class,
            () ->
                BoundedCall.<String, IOException>run(
                    "load",
                    far(),
                    () -> {
                      throw thrown;
                    })));
  }

  @Test
  void whoeverIsInterruptedDoesNotWaitAndStaysInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    TimeoutException e =
        assertThrows(
            TimeoutException.class,
            () ->
                BoundedCall.<Long, InterruptedException>run(
                    "look",
                    far(),
                    () -> {
                      never.await();
                      return never.getCount();
                    }));
    assertTrue(Thread.interrupted(), "the flag is for the caller to see");
    assertEquals("look was not waited for", e.getMessage());
    never.countDown();
  }

  @Test
  void theCallRunsOnADaemonThreadThatSaysWhatItDoes() throws Exception {
    Thread thread =
        BoundedCall.<Thread, IOException>run("look at vm1", far(), Thread::currentThread);
    assertTrue(thread.isDaemon());
    assertEquals("call: look at vm1", thread.getName());
    assertNotEquals(Thread.currentThread(), thread);
  }
}
