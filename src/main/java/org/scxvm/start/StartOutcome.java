package org.scxvm.start;

/** What came of a Start. */
public sealed interface StartOutcome {

  /** The domain was booted and seen running. */
  record Booted() implements StartOutcome {}

  /** It had been migrated here. */
  record NoOp() implements StartOutcome {}

  /** It was here already. */
  record Found() implements StartOutcome {}

  /**
   * It is not running here.
   *
   * @param ofThisNode nobody else was in the way, and this node's libvirt was asked to boot it
   */
  record NotStarted(String reason, boolean ofThisNode) implements StartOutcome {
    @Override
    public String toString() {
      return "NotStarted[reason=" + reason + (ofThisNode ? ", of this node]" : "]");
    }
  }

  /** Whether the domain is here. */
  default boolean succeeded() {
    return !(this instanceof NotStarted);
  }
}
