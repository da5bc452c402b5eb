package org.scxvm.hypervisor.noted;

import org.scxvm.hypervisor.HypervisorException;

/** Remembers on this node, beyond the end of this process, that a boot was never answered. */
public interface BootNote {

  boolean isOpen();

  /**
   * A boot is about to be asked for.
   *
   * @throws HypervisorException it cannot be noted, so the boot must not be asked for
   */
  void open() throws HypervisorException;

  /** It has been answered. A note that stays behind is cleared by the next look. */
  void answered();
}
