package org.scxvm.lock;

/** The lock was not to be had; the message says who has it, or why there is none. */
public final class LockException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean held;

  public LockException(String words, boolean held) {
    super(words);
    this.held = held;
  }

  /** Whether another process has it; otherwise there is no place for a lock. */
  public boolean isHeld() {
    return held;
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
