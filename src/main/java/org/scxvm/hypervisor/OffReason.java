package org.scxvm.hypervisor;

/** Why a domain is off, as far as libvirt remembers it. */
public enum OffReason {
  /** It was migrated to another node. */
  MIGRATED("shut off (migrated)"),
  /** The guest has shut itself down, by itself or because it was asked to. */
  SHUT_DOWN("shut off (shutdown)"),
  /** It was ended from outside, has crashed, never ran, or libvirt does not remember. */
  OTHER("shut off");

  private final String words;

  OffReason(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
