package org.scxvm.host;

/**
 * The memory of a machine, in KiB.
 *
 * @param total all of it
 * @param available what can be had now without swapping
 * @param swap all of the swap space
 */
public record HostMemory(long total, long available, long swap) {}
