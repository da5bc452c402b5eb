package org.scxvm.hypervisor;

/**
 * The memory of a node, in KiB.
 *
 * @param total all of it
 * @param available what is free, or only caches files
 */
public record NodeMemory(long total, long available) {}
