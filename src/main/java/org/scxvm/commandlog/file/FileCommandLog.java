package org.scxvm.commandlog.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.scxvm.commandlog.CommandLog;
import org.scxvm.commandlog.CommandLogException;
import org.scxvm.commandlog.LogTail;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command log in a file that is archived from time to time: renamed to {@code commandlog.0}, or
 * copied there and emptied.
 */
final class FileCommandLog implements CommandLog {

  private static final Logger LOG = LoggerFactory.getLogger(FileCommandLog.class);

  /** A healthy disk answers in milliseconds; the rest of the method must go on without it. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  /** A line that is just being written, or a log that is just being archived, is soon done. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int LOOKS_MAX = 4;

  private final Path path;
  private final Deadline deadline;

  FileCommandLog(Path path, Deadline deadline) {
    this.path = path;
    this.deadline = deadline;
  }

  @Override
  public LogTail newest(Predicate<String> isTooOld) throws CommandLogException {
    Deadline limit = deadline.within(CALL_LIMIT);
    Optional<LogTail> found = look(isTooOld, limit);
    for (int looks = 1; looks < LOOKS_MAX && !isSettled(found); looks++) {
      limit.pause(PAUSE);
      found = look(isTooOld, limit);
    }
    return found.orElseThrow(() -> new CommandLogException(path + ": changes all the time"));
  }

  @Override
  public Optional<Instant> startOfProcess(long pid) {
    try {
      return BoundedCall.run(
          "look for process " + pid,
          deadline.within(CALL_LIMIT),
          () -> ProcessHandle.of(pid).flatMap(process -> process.info().startInstant()));
    } catch (TimeoutException e) {
      return Optional.empty();
    }
  }

  private static boolean isSettled(Optional<LogTail> found) {
    return found.isPresent() && !found.get().unfinished();
  }

  /** The newest lines; empty if the log was archived while it was read. */
  private Optional<LogTail> look(Predicate<String> isTooOld, Deadline limit)
      throws CommandLogException {
    try {
      return BoundedCall.run("reading " + path, limit, () -> read(isTooOld));
    } catch (NoSuchFileException e) {
      throw new CommandLogException(path + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new CommandLogException(path + ": permission denied");
    } catch (FileSystemException e) {
      throw new CommandLogException(path + ": " + reasonOf(e));
    } catch (IOException e) {
      throw new CommandLogException(path + ": " + e.getMessage());
    } catch (TimeoutException e) {
      throw new CommandLogException(String.valueOf(e.getMessage()));
    }
  }

  private Optional<LogTail> read(Predicate<String> isTooOld) throws IOException {
    BackwardLines lines = new BackwardLines(isTooOld);
    Optional<BasicFileAttributes> before = regular(path);
    Path archived = path.resolveSibling(path.getFileName() + ".0");
    try {
      if (before.isPresent()) {
        lines.read(path);
      }
      if ((lines.isEnough() || !hasRead(archived, lines)) && before.isEmpty()) {
        throw new NoSuchFileException(path.toString());
      }
    } catch (EOFException e) {
      return Optional.empty();
    }
    return isSame(before, regular(path)) ? Optional.of(lines.tail()) : Optional.empty();
  }

  /** An archived log that cannot be read is none: the log itself may say enough. */
  private static boolean hasRead(Path archived, BackwardLines lines) throws EOFException {
    try {
      if (regular(archived).isPresent()) {
        lines.read(archived);
        return true;
      }
    } catch (EOFException e) {
      throw e;
    } catch (IOException e) {
      LOG.debug("{} cannot be read: {}", archived, e.toString());
    }
    return false;
  }

  /** What is known of a file; empty if there is none. */
  private static Optional<BasicFileAttributes> regular(Path file) throws IOException {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (!found.isRegularFile()) {
        throw new IOException("is not a regular file"); // a pipe would block whoever opens it
      }
      return Optional.of(found);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A log only grows; another file, or a shorter one, has taken its place. */
  private static boolean isSame(
      Optional<BasicFileAttributes> before, Optional<BasicFileAttributes> after) {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() && after.isEmpty();
    }
    return Objects.equals(before.get().fileKey(), after.get().fileKey())
        && after.get().size() >= before.get().size();
  }

  private static String reasonOf(FileSystemException e) {
    return Optional.ofNullable(e.getReason()).orElse(e.getClass().getSimpleName());
  }
}
