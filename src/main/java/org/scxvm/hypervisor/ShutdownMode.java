package org.scxvm.hypervisor;

/** How a guest can be asked to shut down. */
public enum ShutdownMode {
  /** The power button. */
  ACPI,
  /** The agent inside the guest. */
  GUEST_AGENT,
  /** Whatever the hypervisor thinks best; for those that know no choice. */
  HYPERVISORS_CHOICE
}
