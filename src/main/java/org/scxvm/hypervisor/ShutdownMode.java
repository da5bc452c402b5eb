package org.scxvm.hypervisor;

import java.util.List;

/** How a guest can be asked to shut down. */
public enum ShutdownMode {
  /** The power button. */
  ACPI,
  /** The agent inside the guest. */
  GUEST_AGENT,
  /** Whatever the hypervisor thinks best; for those that know no choice. */
  HYPERVISORS_CHOICE;

  /** In this order a guest is asked when nobody says how. */
  public static final List<ShutdownMode> USUAL = List.of(ACPI, GUEST_AGENT);
}
