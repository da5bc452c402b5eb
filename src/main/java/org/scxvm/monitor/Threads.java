package org.scxvm.monitor;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Threads that never keep the process from ending, and always answer. */
final class Threads {

  private Threads() {}

  /** One thread, which does one thing after the other. */
  static ExecutorService one(String name) {
    return Executors.newSingleThreadExecutor(named(name));
  }

  /** As many as there are things to do at once. */
  static Executor many(String name) {
    return Executors.newCachedThreadPool(named(name));
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * A question of which somebody waits for the answer, so that there is one whatever happens.
   *
   * @param otherwise the answer where nobody foresaw what happened
   */
  static Runnable answering(Notes notes, Note otherwise, Supplier<Note> question) {
    return () -> {
      Note answer = otherwise;
      try {
        answer = question.get();
      } finally {
        notes.add(answer);
      }
    };
  }
}
