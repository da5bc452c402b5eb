package org.scxvm.hypervisor;

/** Whether the domain is up on a node. Only {@link #DOWN} lets another node have it. */
public enum DomainState {
  UP,
  /** Its process is alive, but libvirt does not answer. */
  UP_UNCONFIRMED,
  DOWN,
  /** Nobody can tell, or the witnesses contradict each other. Never taken for down. */
  UNKNOWN
}
