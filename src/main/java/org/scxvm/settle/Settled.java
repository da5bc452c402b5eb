package org.scxvm.settle;

import org.scxvm.migration.Side;

/** What has come of a migration. */
public sealed interface Settled {

  /** The domain is on the source; the target has nothing of it. */
  record AtSource() implements Settled {}

  /** The domain is on the target, and its memory is as new as the disk. */
  record AtTarget(Side copy) implements Settled {}

  /** It runs nowhere. */
  record Gone() implements Settled {}

  /** It cannot be told. */
  record Open(String reason) implements Settled {}
}
