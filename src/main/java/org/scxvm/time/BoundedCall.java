package org.scxvm.time;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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
    CompletableFuture<BoundedCall<T, E>> result = new CompletableFuture<>();
    Thread thread = new Thread(() -> result.complete(settled(call)), "call: " + what);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS).call();
    } catch (TimeoutException e) {
      throw new TimeoutException(what + " gave no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimeoutException(what + " was not waited for");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a settled call never fails here", e);
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
