package org.scxvm.host;

/**
 * The huge pages of one size.
 *
 * @param sizeKib that size
 * @param obtainable how many can be had at most
 */
public record HugePages(long sizeKib, long obtainable) {}
