package org.scxvm.time;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call into something that may hang (a daemon, a network file system), made on a thread that can
 * be given up. The thread of a call that was given up stays behind; it is a daemon thread and ends
 * with the JVM.
 *
 * @param <T> what the call returns, never null
 * @param <E> the checked exception of the call
 */
public interface BoundedCall<T, E extends Exception> {

  T call() throws E;

  /**
   * Makes the call and waits for it no longer than the deadline. A call that is due after its
   * deadline is not made: it would take effect when nobody looks any more.
   *
   * @throws TimeoutException the call was given up; it may still take effect later
   */
  static <T, E extends Exception> T run(String what, Deadline deadline, BoundedCall<T, E> call)
      throws E, TimeoutException {
    if (deadline.hasPassed()) {
      throw new TimeoutException("there is no time left for " + what);
    }
    // No future: what the first one loads costs a probe more than its question does.
    BlockingQueue<BoundedCall<T, E>> answer = new ArrayBlockingQueue<>(1);
    Thread thread = new Thread(() -> answer.add(settled(call)), "call: " + what);
    thread.setDaemon(true);
    thread.start();
    try {
      BoundedCall<T, E> settled = answer.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
      if (settled == null) {
        throw new TimeoutException(what + " gave no answer in time");
      }
      return settled.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException(what + " was not waited for");
    }
  }

  /** The result of a call as something that can be called again without an effect. */
  private static <T, E extends Exception> BoundedCall<T, E> settled(BoundedCall<T, E> call) {
    try {
      T value = call.call();
      return () -> value;
    } catch (RuntimeException e) {
      return () -> {
        throw e;
      };
    } catch (Error e) {
      return () -> {
        throw e;
      };
    } catch (Exception e) {
      @SuppressWarnings("unchecked") // the only checked exception that call() can throw
      E declared = (E) e;
      return () -> {
        throw declared;
      };
    }
  }
}
