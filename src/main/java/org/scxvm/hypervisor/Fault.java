package org.scxvm.hypervisor;

/** Why a hypervisor did not do what it was told, as far as a caller acts on it. */
public enum Fault {
  /** No answer in time, no connection, or the connection broke: whether it took effect is open. */
  SILENT,
  /** There is no such domain. */
  NO_SUCH_DOMAIN,
  /** There is no such network, interface, storage pool or volume. */
  NOT_THERE,
  /** This hypervisor, or this domain, cannot do that at all. */
  UNSUPPORTED,
  /** Anything else. */
  REFUSED
}
