package org.scxvm.lastmove;

import java.util.Map;

/** What is in the place of the note of the last migration. */
public sealed interface FoundMove {

  /** No file. */
  record None() implements FoundMove {}

  /**
   * A note.
   *
   * @param facts by name, in their order, as they were written: people read them, so what a later
   *     version of the agent adds is shown by this one, too
   */
  record Known(Map<String, String> facts) implements FoundMove {

    /** When it was noted; empty if it does not say. */
    public String time() {
      return facts.getOrDefault("time", "");
    }
  }

  /** Something that is no such note. */
  record Damaged() implements FoundMove {}
}
