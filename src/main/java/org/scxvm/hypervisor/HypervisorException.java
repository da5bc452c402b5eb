package org.scxvm.hypervisor;

/** A hypervisor did not do what it was told; the message is its own words. */
public final class HypervisorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  public HypervisorException(Fault fault, String words) {
    super(words);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  /** The words; never null. */
  public String words() {
    return String.valueOf(getMessage());
  }
}
