package org.scxvm.lock.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** fcntl locks on {@code state.dir/<name>.lock}, which holds its owner's pid and method. */
public final class FileResourceLocks implements ResourceLocks {

  private static final Logger LOG = LoggerFactory.getLogger(FileResourceLocks.class);
  private static final Duration RETRY = Duration.ofMillis(50);
  private static final int OWNER_BYTES_MAX = 64;
  private static final String OPEN_BOOT = " boot-not-answered";

  /** A link in the place of the file would lead us to truncate what it names. */
  private static final Set<OpenOption> OPENED =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = mode("rwx------");
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ONLY = mode("rw-------");

  private final Path folder;

  /**
   * Keeps locks in a folder of this node.
   *
   * @param folder {@code state.dir}; made if it is not there, for its owner only
   */
  public FileResourceLocks(Path folder) {
    this.folder = folder;
  }

  @Override
  public Held acquire(LockName name, String method, Deadline deadline) throws LockException {
    Path file = folder.resolve(name + ".lock");
    try {
      Files.createDirectories(folder, PRIVATE);
      FileChannel channel = FileChannel.open(file, OPENED, OWNERS_ONLY);
      boolean kept = false;
      try {
        FileLock lock = locked(channel, deadline);
        HeldFile held = new HeldFile(channel, lock, method, content(channel).endsWith(OPEN_BOOT));
        held.nameOwner();
        kept = true;
        return held;
      } finally {
        if (!kept) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new LockException("lock " + file + ": " + e.getMessage(), false);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
  }

  private static FileLock locked(FileChannel channel, Deadline deadline)
      throws IOException, LockException {
    Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
    while (lock.isEmpty()) {
      if (deadline.hasPassed()) {
        throw new LockException("held by process " + content(channel), true);
      }
      deadline.pause(RETRY);
      lock = Optional.ofNullable(channel.tryLock());
    }
    return lock.get();
  }

  private static String content(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(OWNER_BYTES_MAX);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }

  /** What the file says: {@code PID METHOD}, and whether a boot is open. */
  private record HeldFile(FileChannel channel, FileLock lock, String method, boolean hasOpenBoot)
      implements Held {

    /** The owner is a help to others; the lock does not depend on it. */
    void nameOwner() {
      try {
        write(hasOpenBoot);
      } catch (IOException e) {
        LOG.debug("lock file not written", e);
      }
    }

    @Override
    public void noteOpenBoot(boolean isOpen) throws LockException {
      try {
        write(isOpen);
      } catch (IOException e) {
        throw new LockException("lock file not written: " + e.getMessage(), false);
      }
    }

    /** In one piece, over what is there: no moment is without the note, and no room is needed. */
    private void write(boolean isOpen) throws IOException {
      String text = ProcessHandle.current().pid() + " " + method + (isOpen ? OPEN_BOOT : "");
      String padded = String.format("%-" + OWNER_BYTES_MAX + "s", text);
      channel.write(ByteBuffer.wrap(padded.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() {
      try {
        lock.release();
        channel.close();
      } catch (IOException e) {
        LOG.debug("lock not released; the end of this process releases it", e);
      }
    }
  }
}
