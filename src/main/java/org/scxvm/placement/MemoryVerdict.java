package org.scxvm.placement;

import org.scxvm.definition.DomainNeeds;
import org.scxvm.host.HostMemory;

/**
 * Whether the memory of a domain fits into a node.
 *
 * <p>The kernel gives memory when it is touched, so a domain starts on a node that is full and then
 * makes it swap; it surely does not fit only if the definition takes everything at the start and
 * the node cannot give that, swap included. The guest may never touch more than there is, and its
 * memory may be a file's. What a balloon may hold back does not count as needed.
 */
enum MemoryVerdict {
  FITS,
  /** More than is available now. */
  TIGHT,
  /** More than can be had, and all of it at once. */
  TOO_MUCH;

  static MemoryVerdict of(DomainNeeds.Memory need, HostMemory host) {
    long wanted = wanted(need);
    if (need.atOnce() && wanted > most(host)) {
      return TOO_MUCH;
    }
    return wanted > host.available() ? TIGHT : FITS;
  }

  /** What the domain has to get, in KiB. */
  static long wanted(DomainNeeds.Memory need) {
    return need.atOnce() ? need.most() : need.usual();
  }

  /** What the node can give at once, in KiB. */
  static long most(HostMemory host) {
    return host.available() + host.swap();
  }
}
