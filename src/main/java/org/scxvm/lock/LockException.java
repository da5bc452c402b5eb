package org.scxvm.lock;

/** The lock was not to be had; the message says who has it, or why there is none. */
public final class LockException extends Exception {
  private static final long serialVersionUID = 1L;

  public LockException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
