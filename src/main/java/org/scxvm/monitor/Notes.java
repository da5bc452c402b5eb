package org.scxvm.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The notes for the monitor's one thread. However often the same is told before it is read, it is
 * there once, so that a flood of events cannot fill the memory.
 */
final class Notes {

  private final BlockingQueue<Note> queue = new LinkedBlockingQueue<>();
  private final Set<Note> waiting = ConcurrentHashMap.newKeySet();

  void add(Note note) {
    if (waiting.add(note)) {
      queue.add(note);
    }
  }

  /** The next one; empty if none comes within that time. */
  Optional<Note> await(Duration atMost) {
    try {
      Optional<Note> next =
          Optional.ofNullable(queue.poll(Math.max(0, atMost.toNanos()), TimeUnit.NANOSECONDS));
      next.ifPresent(waiting::remove);
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new Note.End());
    }
  }
}
