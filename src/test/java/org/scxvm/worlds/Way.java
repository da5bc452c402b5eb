package org.scxvm.worlds;

/** How a call into a port goes. */
interface Way {

  /** A way that has no choice of its own. */
  enum Plain implements Way {
    USUAL,
    /** The agent is killed just before it. */
    AGENT_KILLED,
    /** It is refused and has no effect. */
    REFUSED,
    /** No answer, no effect. */
    NO_ANSWER,
    /** It takes effect, but the answer is lost. */
    ANSWER_LOST,
    /** A file is read as it was before its last change. */
    OLD_TEXT,
    /** The number was given, and to us; the answer says that somebody else has it. */
    WON_BUT_DENIED,
    /** The folder fails from now on. */
    FOLDER_GOES_DOWN,
    /** The newest record turns out to be damaged. */
    RECORD_DAMAGED
  }

  /**
   * Something happens on a node just before the call.
   *
   * @param node where
   */
  record Happening(Mishap mishap, Node node) implements Way {
    @Override
    public String toString() {
      return mishap + " on " + node.name();
    }
  }
}
