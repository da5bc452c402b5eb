package org.scxvm.process;

/** A program could not be run to its end; the message names it and says why. */
public final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }
}
