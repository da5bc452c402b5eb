package org.scxvm.recover;

import org.scxvm.owner.Ownership;

/** What is known when a recover has ended. */
public sealed interface RecoverOutcome {

  /** It is known where the domain is, and that is on record. */
  record Settled(Ownership owner) implements RecoverOutcome {
    @Override
    public String toString() {
      return "owner on record: " + owner;
    }
  }

  /** What would be done. */
  record Planned(String what) implements RecoverOutcome {
    @Override
    public String toString() {
      return what;
    }
  }

  /** It cannot be told, or not be done. */
  record Open(String why) implements RecoverOutcome {
    @Override
    public String toString() {
      return "not settled: " + why;
    }
  }
}
