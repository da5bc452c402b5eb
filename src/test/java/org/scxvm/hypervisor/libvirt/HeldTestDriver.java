package org.scxvm.hypervisor.libvirt;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** libvirt's test driver: what it knows is forgotten when the last connection is closed. */
final class HeldTestDriver {

  static final String URI = "test:///default";

  private HeldTestDriver() {}

  /** A connection that keeps it alive. */
  static Connect connection() {
    try {
      return Binding.connect(URI);
    } catch (LibvirtException e) {
      throw new AssertionError("libvirt's test driver is needed", e);
    }
  }
}
