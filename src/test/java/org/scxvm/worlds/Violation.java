package org.scxvm.worlds;

/** A law that a world has seen broken. */
final class Violation extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String law;

  Violation(String law, String words) {
    super(law + ": " + words);
    this.law = law;
  }

  /** Which one, for example {@code I1}. */
  String law() {
    return law;
  }
}
