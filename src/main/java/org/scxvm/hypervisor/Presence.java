package org.scxvm.hypervisor;

/** Whether something is on a node, as far as its libvirt tells. */
public enum Presence {
  THERE,
  /** libvirt knows where it would be, and it is not there, or not known yet. */
  NOT_LISTED,
  /** libvirt keeps no list in which it would be. */
  NOT_TOLD
}
