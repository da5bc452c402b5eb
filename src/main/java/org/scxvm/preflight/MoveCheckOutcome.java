package org.scxvm.preflight;

import org.scxvm.message.Findings;

/** What is known of a migration before it begins. The findings are not told yet. */
public sealed interface MoveCheckOutcome {

  /**
   * Nothing is known that surely makes it fail.
   *
   * @param warnings what may go wrong
   */
  record Fine(Findings warnings, boolean isLocked) implements MoveCheckOutcome {}

  /**
   * It would surely fail.
   *
   * @param findings the reasons, and the warnings
   */
  record Hindered(Findings findings, boolean isLocked) implements MoveCheckOutcome {}

  /** Whether each disk that is written to is known to have a lock that reaches other nodes. */
  boolean isLocked();
}
