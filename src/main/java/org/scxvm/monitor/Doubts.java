package org.scxvm.monitor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Adds up what speaks against a guest whose domain is up, as SUNW.gds does with the status of a
 * probe: 100 within {@code Retry_interval} is a fault. Pure.
 */
final class Doubts {

  /** A check that has failed altogether. */
  static final int COMPLETE = 100;

  /** What one check that gives no answer counts: the second one decides. */
  static final int HALF = 50;

  /**
   * One thing that speaks against the guest.
   *
   * @param weight from 1 to {@link #COMPLETE}
   */
  private record Doubt(Duration at, int weight, String words) {}

  private final Duration window;
  private final Deque<Doubt> doubts = new ArrayDeque<>();

  Doubts(Duration window) {
    this.window = window;
  }

  /** Adds one. */
  void add(Duration now, int weight, String words) {
    doubts.add(new Doubt(now, weight, words));
  }

  /** What all of them together say now. */
  Finding finding(Duration now) {
    doubts.removeIf(each -> now.minus(each.at()).compareTo(window) > 0);
    int sum = doubts.stream().mapToInt(Doubt::weight).sum();
    if (sum == 0) {
      return new Finding(Verdict.WELL, false, "its guest is well");
    }
    Verdict verdict = sum < COMPLETE ? Verdict.DOUBTFUL : Verdict.FAULTY;
    return new Finding(verdict, false, doubts.getLast().words());
  }
}
