package org.scxvm.preflight;

/** What a person is told about a migration. */
public sealed interface PreflightOutcome {

  /** Nothing is known that surely makes it fail. */
  record Possible(long warnings) implements PreflightOutcome {}

  /** It would surely fail. */
  record Impossible(long errors, long warnings) implements PreflightOutcome {}

  default boolean succeeded() {
    return this instanceof Possible;
  }
}
