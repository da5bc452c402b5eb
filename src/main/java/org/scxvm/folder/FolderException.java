package org.scxvm.folder;

/** The shared folder did not do what it was told; the message names the file and says why. */
public final class FolderException extends Exception {
  private static final long serialVersionUID = 1L;

  public FolderException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
