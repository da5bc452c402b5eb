package org.scxvm.commandlog;

/** The command log cannot be read; the message names the file and says why. */
public final class CommandLogException extends Exception {
  private static final long serialVersionUID = 1L;

  public CommandLogException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
