package org.scxvm.placement;

/** Whether a domain could run on this node now. */
public sealed interface PlacementOutcome {

  /** It runs here already. */
  record Here() implements PlacementOutcome {}

  /** Nothing is known that surely keeps it off. */
  record Possible(long warnings) implements PlacementOutcome {}

  /** It surely could not. */
  record Impossible(long reasons) implements PlacementOutcome {}

  default boolean succeeded() {
    return !(this instanceof Impossible);
  }
}
