package org.scxvm.cluster;

/** The cluster manager gave no usable answer; the message says to which question, and why. */
public final class ClusterException extends Exception {
  private static final long serialVersionUID = 1L;

  public ClusterException(String words) {
    super(words);
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
