package org.scxvm.hypervisor.witness;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Asks the kernel who holds the lock on a pid file. QEMU takes an fcntl lock on its pid file and
 * keeps it until its last thread has ended; the kernel tells so across pid namespaces, and asking
 * (F_GETLK) takes no lock that could be in the way of a domain that is just starting.
 */
class PidFileLocks {

  private static final int O_RDONLY_CLOEXEC = 0x80000;
  private static final int F_GETLK = 5;
  private static final short F_WRLCK = 1;
  private static final short F_UNLCK = 2;

  /**
   * {@code struct flock} of 64-bit Linux: short type, short whence, long start, long len, int pid.
   */
  private static final int FLOCK_BYTES = 32;

  private static final int PID_OFFSET = 24;

  /**
   * The pid of the holder, 0 if it lives in a pid namespace that cannot be seen from here; empty if
   * nobody holds the lock.
   *
   * @throws IOException the file is not there or cannot be asked about
   */
  OptionalLong holder(Path file) throws IOException {
    if (!Libc.isKnown()) {
      throw new IOException("locks can be asked about on 64-bit Linux only");
    }
    try {
      int fd = Libc.function("open").invokeInt(new Object[] {file.toString(), O_RDONLY_CLOEXEC});
      try {
        return holder(fd);
      } finally {
        Libc.function("close").invokeInt(new Object[] {fd});
      }
    } catch (LastErrorException e) {
      throw new IOException(file + ": errno " + e.getErrorCode());
    }
  }

  private static OptionalLong holder(int fd) {
    try (Memory lock = new Memory(FLOCK_BYTES)) {
      lock.clear();
      lock.setShort(0, F_WRLCK);
      Libc.function("fcntl").invokeInt(new Object[] {fd, F_GETLK, lock});
      return lock.getShort(0) == F_UNLCK
          ? OptionalLong.empty()
          : OptionalLong.of(lock.getInt(PID_OFFSET));
    }
  }
}
