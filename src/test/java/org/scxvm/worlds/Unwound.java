package org.scxvm.worlds;

/** Takes a method of the agent off the stack, from the middle of a call into a port. */
final class Unwound extends Error {
  private static final long serialVersionUID = 1L;

  private final boolean comesBack;

  private Unwound(boolean comesBack) {
    super(comesBack ? "switched off" : "killed", null, false, false);
    this.comesBack = comesBack;
  }

  /** Its process is gone. */
  static Unwound killed() {
    return new Unwound(false);
  }

  /** Another one goes on; this one will be played again up to here. */
  static Unwound switchedOff() {
    return new Unwound(true);
  }

  boolean comesBack() {
    return comesBack;
  }
}
