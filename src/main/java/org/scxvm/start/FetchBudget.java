package org.scxvm.start;

import org.scxvm.time.Deadline;
import org.scxvm.time.MethodLimit;

/**
 * How Start_timeout is shared out when the domain is fetched. Nothing is booted afterwards: what is
 * left is for the definition and the last look.
 *
 * @param migration the end of the migration: 60 %
 * @param cancelled when a migration that cannot be cancelled is given up: 70 %
 * @param truth until when both nodes are asked where the domain is: 85 %
 */
record FetchBudget(Deadline migration, Deadline cancelled, Deadline truth) {

  private static final int MIGRATION_PERCENT = 60;
  private static final int CANCELLED_PERCENT = 70;
  private static final int TRUTH_PERCENT = 85;

  static FetchBudget of(MethodLimit limit) {
    return new FetchBudget(
        limit.share(MIGRATION_PERCENT), limit.share(CANCELLED_PERCENT), limit.share(TRUTH_PERCENT));
  }
}
