package org.scxvm.preflight;

import org.scxvm.message.Findings;

/** What is known of a migration before it begins. The findings are not told yet. */
public sealed interface MoveCheckOutcome {

  /**
   * Nothing is known that surely makes it fail.
   *
   * @param warnings what may go wrong
   */
  record Fine(Findings warnings) implements MoveCheckOutcome {}

  /**
   * It would surely fail.
   *
   * @param findings the reasons, and the warnings
   */
  record Hindered(Findings findings) implements MoveCheckOutcome {}
}
