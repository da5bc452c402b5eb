package org.scxvm.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The clock of this machine. It starts to run when the process starts, not when {@code main} is
 * reached: the cluster manager counts the start of the JVM too.
 */
public final class SystemTime implements Time {

  /** An age beyond this is a wall clock that was set, not a JVM that took minutes to start. */
  private static final Duration AGE_MAX = Duration.ofMinutes(2);

  /** {@code starttime}, field 22 of proc(5), counted from the one behind the name. */
  private static final int START_FIELD = 19;

  /** What the kernel tells to user space, whatever its own clock does (USER_HZ). */
  private static final double TICKS_PER_SECOND = 100;

  private final long origin;

  public SystemTime() {
    origin = System.nanoTime() - ageOfProcess().toNanos();
  }

  @Override
  public Duration sinceStart() {
    return Duration.ofNanos(System.nanoTime() - origin);
  }

  @Override
  public Instant wallClock() {
    return Instant.now();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public void sleep(Duration pause) {
    if (pause.isNegative() || pause.isZero()) {
      return;
    }
    try {
      Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public <T> List<T> together(List<Supplier<T>> questions) {
    if (questions.size() < 2) {
      return questions.stream().map(Supplier::get).toList();
    }
    Executor threads = SystemTime::runAside;
    List<CompletableFuture<T>> answers =
        questions.stream().map(it -> CompletableFuture.supplyAsync(it, threads)).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static void runAside(Runnable question) {
    Thread thread = new Thread(question, "question");
    thread.setDaemon(true);
    thread.start();
  }

  private static Duration ageOfProcess() {
    Duration age;
    try {
      age = ageByKernel();
    } catch (IOException | RuntimeException e) {
      age = ageByWallClock(); // not Linux
    }
    return age.isNegative() || age.compareTo(AGE_MAX) > 0 ? Duration.ZERO : age;
  }

  /**
   * Exact to a tick. The JVM's own {@code startInstant} adds the ticks to a boot time that the
   * kernel rounds to seconds.
   */
  private static Duration ageByKernel() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"), StandardCharsets.ISO_8859_1);
    // The fields after the name, which stands in brackets and may itself hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double started = Double.parseDouble(fields[START_FIELD]) / TICKS_PER_SECOND;
    String uptime = Files.readString(Path.of("/proc/uptime"), StandardCharsets.ISO_8859_1);
    double now = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
    return Duration.ofMillis(Math.round((now - started) * 1000));
  }

  private static Duration ageByWallClock() {
    Instant now = Instant.now();
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, now))
        .orElse(Duration.ZERO);
  }
}
