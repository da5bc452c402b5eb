package org.scxvm.validate;

/** What came of a Validate. */
public sealed interface ValidateOutcome {

  /** The resource can be as it is wanted. */
  record Accepted(long warnings) implements ValidateOutcome {}

  /** It cannot. */
  record Refused(long errors, long warnings) implements ValidateOutcome {}

  default boolean succeeded() {
    return this instanceof Accepted;
  }
}
