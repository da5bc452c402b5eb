package org.scxvm.hypervisor.witness;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.scxvm.hypervisor.ProcessIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells at once that a process has ended: Linux has a descriptor of a process that can be waited
 * for (pidfd_open(2), since 5.3). One thread waits for all of them. Where the kernel has none, or
 * will not give one, nobody is told, and whoever looks now and then sees it later.
 */
final class ProcessEnds {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnds.class);

  /** The same on every platform. */
  private static final long SYS_PIDFD_OPEN = 434;

  private static final int EFD_CLOEXEC = 0x80000;
  private static final int ESRCH = 3;
  private static final int EINTR = 4;
  private static final int NO_LIMIT = -1;

  /** {@code struct pollfd}: int fd, short events, short revents. */
  private static final int POLLFD_BYTES = 8;

  private static final int EVENTS_OFFSET = 4;
  private static final int RESULT_OFFSET = 6;
  private static final short POLLIN = 1;

  private final ProcessTable processes;

  private final Map<Integer, ProcessIdentity> descriptors = new ConcurrentHashMap<>();

  /** What is to be done at the end of each process. */
  private final Map<ProcessIdentity, Runnable> awaited = new ConcurrentHashMap<>();

  /** Written to when there is one more to wait for; there once the thread runs. */
  private Optional<Integer> bell = Optional.empty();

  ProcessEnds(ProcessTable processes) {
    this.processes = processes;
  }

  /**
   * Has something done when a process has ended, or at once if it has; that takes the place of what
   * was to be done before.
   *
   * @param ended takes no time
   */
  void await(ProcessIdentity process, Runnable ended) {
    if (!Libc.isKnown()) {
      return;
    }
    if (awaited.put(process, ended) != null) {
      return;
    }
    try {
      int descriptor =
          (int)
              Libc.function("syscall").invokeLong(new Object[] {SYS_PIDFD_OPEN, process.pid(), 0L});
      Optional<ProcessIdentity> there = processes.identity(process.pid());
      if (there.isPresent() && !there.get().equals(process)) { // another one has its number by now
        close(descriptor);
        awaited.remove(process);
        ended.run();
      } else {
        descriptors.put(descriptor, process);
        ring();
      }
    } catch (LastErrorException e) {
      awaited.remove(process);
      if (e.getErrorCode() == ESRCH) {
        ended.run();
      } else {
        LOG.debug("the end of process {} will not be told: {}", process.pid(), e.getMessage());
      }
    }
  }

  private synchronized void ring() {
    if (bell.isEmpty()) {
      int made = Libc.function("eventfd").invokeInt(new Object[] {0, EFD_CLOEXEC});
      bell = Optional.of(made);
      Thread waiter = new Thread(() -> waitFor(made), "ends of processes");
      waiter.setDaemon(true);
      waiter.start();
    }
    try (Memory one = new Memory(Long.BYTES)) {
      one.setLong(0, 1);
      Libc.function("write").invokeLong(new Object[] {bell.get(), one, (long) Long.BYTES});
    }
  }

  private void waitFor(int rung) {
    while (true) {
      List<Integer> all = new ArrayList<>(descriptors.keySet());
      all.add(rung);
      for (int descriptor : readable(all)) {
        if (descriptor == rung) {
          silence(rung);
        } else {
          end(descriptor);
        }
      }
    }
  }

  /** Those of which something can be read; waits until there is one. */
  private static List<Integer> readable(List<Integer> descriptors) {
    List<Integer> found = new ArrayList<>();
    try (Memory polled = new Memory((long) POLLFD_BYTES * descriptors.size())) {
      polled.clear();
      for (int i = 0; i < descriptors.size(); i++) {
        polled.setInt((long) POLLFD_BYTES * i, descriptors.get(i));
        polled.setShort((long) POLLFD_BYTES * i + EVENTS_OFFSET, POLLIN);
      }
      Libc.function("poll").invokeInt(new Object[] {polled, (long) descriptors.size(), NO_LIMIT});
      for (int i = 0; i < descriptors.size(); i++) {
        if (polled.getShort((long) POLLFD_BYTES * i + RESULT_OFFSET) != 0) {
          found.add(descriptors.get(i));
        }
      }
    } catch (LastErrorException e) {
      if (e.getErrorCode() != EINTR) {
        throw e;
      }
    }
    return found;
  }

  private static void silence(int rung) {
    try (Memory read = new Memory(Long.BYTES)) {
      Libc.function("read").invokeLong(new Object[] {rung, read, (long) Long.BYTES});
    }
  }

  private void end(int descriptor) {
    Optional<Runnable> ended =
        Optional.ofNullable(descriptors.remove(descriptor)).map(awaited::remove);
    close(descriptor);
    ended.ifPresent(Runnable::run);
  }

  private static void close(int descriptor) {
    Libc.function("close").invokeInt(new Object[] {descriptor});
  }
}
