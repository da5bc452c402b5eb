package org.scxvm.noop;

/** What is in the place of the marker. */
public sealed interface FoundMarker {

  /** No file. */
  record None() implements FoundMarker {}

  /** A record. Whether it may be believed is another question. */
  record Known(NoOpMarker marker) implements FoundMarker {}

  /** An empty file, as the agent of 2008 leaves it. */
  record Empty() implements FoundMarker {}

  /** Something that is no marker. */
  record Damaged() implements FoundMarker {}
}
