package org.scxvm.host;

/** Something about this machine could not be told; the message says what, and why. */
public final class HostException extends Exception {
  private static final long serialVersionUID = 1L;

  public HostException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
