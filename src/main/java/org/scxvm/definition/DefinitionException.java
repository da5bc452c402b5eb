package org.scxvm.definition;

/** A text is no domain definition, or not the one that was asked for. */
public final class DefinitionException extends Exception {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
