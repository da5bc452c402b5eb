package org.scxvm.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainState;
import org.scxvm.migration.Copies.Pair;

/** Every pair of what can be seen here and there. */
class MoveTruthTest {

  @Test
  void nothingCanBeToldWhileASideIsSilent() {
    for (Pair pair : Copies.pairs()) {
      if (!bothTell(pair)) {
        assertEquals(MoveTruth.CANNOT_TELL, pair.truth(), pair::toString);
      }
    }
  }

  @Test
  void twoSidesThatTellMakeTheTruth() {
    for (Pair pair : Copies.pairs()) {
      if (bothTell(pair)) {
        assertEquals(expected(pair), pair.truth(), pair::toString);
      }
    }
  }

  private static boolean bothTell(Pair pair) {
    DomainState source = pair.source().state();
    return (source == DomainState.UP || source == DomainState.DOWN)
        && !(pair.target() instanceof Answer.Silent);
  }

  /** The table, for two sides that tell. */
  private static MoveTruth expected(Pair pair) {
    if (pair.source().is(Activity.PAUSED_BY_MIGRATION)) {
      return MoveTruth.CANNOT_TELL;
    }
    boolean there = pair.target().doing().isPresent();
    if (pair.source().state() == DomainState.UP) {
      return there ? MoveTruth.BOTH_ACTIVE : MoveTruth.SOURCE_RUNS;
    }
    if (!there) {
      return MoveTruth.NEITHER;
    }
    if (pair.targetIs(Set.of(Activity.PAUSED_BY_MIGRATION, Activity.BUSY))) {
      return MoveTruth.CANNOT_TELL;
    }
    return pair.targetIs(Copies.PAUSED) ? MoveTruth.TARGET_PAUSED : MoveTruth.TARGET_RUNS;
  }

  @Test
  void everyTruthComesUp() {
    Set<MoveTruth> seen = EnumSet.noneOf(MoveTruth.class);
    Copies.pairs().forEach(pair -> seen.add(pair.truth()));
    assertEquals(EnumSet.allOf(MoveTruth.class), seen);
    assertTrue(Copies.pairs().size() > 400, "the small world is whole");
  }
}
