package org.scxvm.lock;

import org.scxvm.time.Deadline;

/** Methods that change a domain exclude each other on a node, a resource at a time. */
public interface ResourceLocks {

  /**
   * Waits for the lock.
   *
   * @param method who asks, for the message of whoever has to wait for it
   * @throws LockException somebody else has it still, or there is no place for a lock
   */
  Held acquire(LockName lock, String method, Deadline deadline) throws LockException;

  /** A lock that is held. The death of its holder frees it, too. */
  interface Held extends AutoCloseable {

    /** Whether a holder died, or gave up, with a boot that libvirt never answered. */
    boolean hasOpenBoot();

    /**
     * Notes that a boot is asked for, or that it is answered. It outlives this process.
     *
     * @throws LockException it could not be noted
     */
    void noteOpenBoot(boolean isOpen) throws LockException;

    @Override
    void close();
  }
}
