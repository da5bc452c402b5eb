package org.scxvm.worlds;

import java.util.List;

/**
 * The copies that run at one moment.
 *
 * @param nodes all nodes of the world
 */
record RunningCopies(List<Node> nodes, List<Copy> copies) {

  /**
   * Holds I1 against them.
   *
   * @param disk how often it was written
   * @param lastByHand the last method during which a copy ran that somebody had started by hand
   */
  void judge(long disk, int lastByHand) {
    if (copies.size() > 1) {
      mustBeByHand();
    } else {
      mustBeNew(copies.get(0), disk, lastByHand);
    }
  }

  /** I1: whoever let the second one run must not have been the agent, or one could not know. */
  private void mustBeByHand() {
    Copy last = copies.get(0);
    for (Copy copy : copies) {
      last = copy.order() > last.order() ? copy : last;
    }
    for (Copy copy : copies) {
      if (copy != last && last.by() != Copy.By.HAND && !isUnknowable(copy, last)) {
        throw new Violation("I1 conflict", "two copies run, the last one by " + last.by());
      }
    }
  }

  /** Somebody has started one of them by hand, and it is not the agent that made it two. */
  private boolean isUnknowable(Copy copy, Copy last) {
    if (last.isMovedFrom(copy) || copy.isMovedFrom(last)) {
      return false;
    }
    return last.isMovedFromHandMade() || (copy.isHandMade() && isUnseen(copy, last));
  }

  /**
   * It was started during the method, or on a node that did not answer it, or while the last one
   * ran already, elsewhere.
   */
  private boolean isUnseen(Copy copy, Copy last) {
    return last.isMoved()
        || copy.runsSince() >= last.runsSince()
        || nodes.stream()
            .anyMatch(
                node ->
                    node.copy().filter(it -> it == copy).isPresent()
                        && node.wasSilentIn(last.runsSince()));
  }

  /** I1: old memory never meets a newer disk, unless somebody starts domains by hand meanwhile. */
  private void mustBeNew(Copy copy, long disk, int lastByHand) {
    boolean excused = copy.isHandMade() || copy.isSpoilt() || lastByHand >= copy.runsSince();
    if (copy.memory() < disk && !excused) {
      throw new Violation(
          "I1 stale memory",
          "a copy with memory " + copy.memory() + " runs on disk " + disk + ", by " + copy.by());
    }
  }
}
