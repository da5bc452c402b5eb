package org.scxvm.monitor;

/** What came of asking the cluster manager to bring a domain up again. */
enum Asked {
  /** It has taken it on. */
  TAKEN,
  /** It has refused; the domain stays as it is, and is watched on. */
  REFUSED,
  /** It was not asked: another method of the resource is at work. */
  BUSY,
  /** It was not asked: the domain is not faulty any more, or not watched any more. */
  NOT_NEEDED
}
