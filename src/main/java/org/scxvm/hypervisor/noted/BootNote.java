package org.scxvm.hypervisor.noted;

/** Remembers on this node, beyond the end of this process, that a boot was never answered. */
public interface BootNote {

  boolean isOpen();

  void set(boolean isOpen);
}
