package org.scxvm.time;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
  public Optional<Duration> sinceBoot() {
    try {
      return Optional.of(Duration.ofMillis(Math.round(uptime() * 1000)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // not Linux
    }
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
    String stat = text("/proc/self/stat");
    // The fields after the name, which stands in brackets and may itself hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    double started = Double.parseDouble(fields[START_FIELD]) / TICKS_PER_SECOND;
    return Duration.ofMillis(Math.round((uptime() - started) * 1000));
  }

  /** Seconds since the machine has booted. */
  private static double uptime() throws IOException {
    String uptime = text("/proc/uptime");
    return Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
  }

  /** Not by a channel: the first one has the JVM load its library for networks. */
  private static String text(String file) throws IOException {
    try (InputStream stream = new FileInputStream(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
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
