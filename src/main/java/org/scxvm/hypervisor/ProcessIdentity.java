package org.scxvm.hypervisor;

/**
 * One process of this node, and no other that has its number later.
 *
 * @param pid its number
 * @param start when it began, in the kernel's ticks since the machine has booted
 */
public record ProcessIdentity(long pid, long start) {}
