package org.scxvm.placement;

import org.scxvm.definition.DomainNeeds;
import org.scxvm.host.HostMemory;

/**
 * Whether the memory of a domain fits into a node.
 *
 * <p>The kernel gives memory when it is touched, so a domain starts on a node that is full and then
 * makes it swap; it surely does not fit only if the node has less in all, swap included, or if the
 * definition takes everything at the start. What a balloon may hold back does not count as needed.
 */
enum MemoryVerdict {
  FITS,
  /** More than is available now. */
  TIGHT,
  /** More than can be had at all. */
  TOO_MUCH;

  static MemoryVerdict of(DomainNeeds.Memory need, HostMemory host) {
    long wanted = wanted(need);
    if (wanted > most(need, host)) {
      return TOO_MUCH;
    }
    return wanted > host.available() ? TIGHT : FITS;
  }

  /** What the domain has to get, in KiB. */
  static long wanted(DomainNeeds.Memory need) {
    return need.atOnce() ? need.most() : need.usual();
  }

  /** What the node can give it, in KiB. */
  static long most(DomainNeeds.Memory need, HostMemory host) {
    return need.atOnce() ? host.available() + host.swap() : host.total() + host.swap();
  }
}
