package org.scxvm.hypervisor;

/** What a process does, as the kernel has it. */
public enum ProcessCondition {
  /** It runs, or waits for something. */
  ALIVE,
  /** It was stopped (SIGSTOP): the guest stands still, and libvirt does not know. */
  STOPPED,
  /** It has ended, or its number belongs to another one. */
  GONE
}
