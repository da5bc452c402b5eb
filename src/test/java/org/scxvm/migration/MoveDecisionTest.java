package org.scxvm.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.DomainState;
import org.scxvm.migration.Copies.Pair;

/** What must never be decided, whatever is seen here and there and whatever is known. */
class MoveDecisionTest {

  /** One decision of the small world. */
  record Case(Pair pair, Proof proof) {
    MoveDecision decision() {
      return MoveDecision.of(pair.truth(), proof);
    }
  }

  /** Every case of which something is true; there must be some. */
  private static List<Case> casesOf(Predicate<Case> wanted) {
    List<Case> found =
        Copies.pairs().stream()
            .flatMap(pair -> Stream.of(Proof.values()).map(proof -> new Case(pair, proof)))
            .filter(wanted)
            .toList();
    assertFalse(found.isEmpty(), "no such case in the small world");
    return found;
  }

  private static List<Case> casesThatEndIn(MoveDecision decision) {
    return casesOf(each -> each.decision() == decision);
  }

  @Test
  void theTargetIsHandedTheDomainOnlyWhenItsCopyIsTheOnlyAndTheNewestOne() {
    for (Case each : casesThatEndIn(MoveDecision.HAND_OVER)) {
      assertTrue(each.pair().source().isDown(), () -> "the source is active: " + each);
      assertTrue(each.pair().target().doing().isPresent(), () -> "no copy there: " + each);
      boolean runs = each.pair().truth() == MoveTruth.TARGET_RUNS;
      assertEquals(
          each.proof(),
          runs && each.proof() == Proof.LEFT_BEHIND ? Proof.LEFT_BEHIND : Proof.HANDED_OVER,
          () -> "no proof: " + each);
    }
  }

  @Test
  void whoeverIsSilentIsAskedAgain() {
    for (Case each : casesOf(MoveDecisionTest::isOpen)) {
      assertEquals(MoveDecision.ASK_AGAIN, each.decision(), each::toString);
    }
  }

  private static boolean isOpen(Case each) {
    DomainState source = each.pair().source().state();
    return each.pair().target() instanceof Answer.Silent
        || source == DomainState.UNKNOWN
        || source == DomainState.UP_UNCONFIRMED;
  }

  @Test
  void theDomainIsKeptOnlyWhereItIsAndOnlyIfTheTargetHasNothingOfIt() {
    for (Case each : casesThatEndIn(MoveDecision.KEEP)) {
      assertEquals(DomainState.UP, each.pair().source().state(), each::toString);
      assertTrue(each.pair().target().doing().isEmpty(), each::toString);
    }
  }

  @Test
  void theDomainIsGoneOnlyWhenNeitherSideHasAnything() {
    for (Case each : casesThatEndIn(MoveDecision.GONE)) {
      assertTrue(each.pair().source().isDown(), each::toString);
      assertTrue(each.pair().target().doing().isEmpty(), each::toString);
    }
  }

  @Test
  void onlyACopyThatIsThereIsDestroyed() {
    for (Case each : casesThatEndIn(MoveDecision.DESTROY_TARGET_COPY)) {
      assertTrue(each.pair().target().doing().isPresent(), each::toString);
    }
  }

  @Test
  void twoActiveCopiesNeverStay() {
    for (Case each :
        casesOf(
            each ->
                each.pair().source().is(Activity.RUNNING)
                    && each.pair().target().doing().isPresent())) {
      assertEquals(MoveDecision.DESTROY_TARGET_COPY, each.decision(), each::toString);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SOURCE_RUNS,   HANDED_OVER,   KEEP",
    "SOURCE_RUNS,   LEFT_BEHIND,   KEEP",
    "SOURCE_RUNS,   NONE,          KEEP",
    "SOURCE_RUNS,   SOURCE_RAN_ON, KEEP",
    "TARGET_RUNS,   HANDED_OVER,   HAND_OVER",
    "TARGET_RUNS,   LEFT_BEHIND,   HAND_OVER",
    "TARGET_RUNS,   NONE,          DESTROY_TARGET_COPY",
    "TARGET_RUNS,   SOURCE_RAN_ON, DESTROY_TARGET_COPY",
    "BOTH_ACTIVE,   HANDED_OVER,   DESTROY_TARGET_COPY",
    "BOTH_ACTIVE,   LEFT_BEHIND,   DESTROY_TARGET_COPY",
    "BOTH_ACTIVE,   NONE,          DESTROY_TARGET_COPY",
    "BOTH_ACTIVE,   SOURCE_RAN_ON, DESTROY_TARGET_COPY",
    "TARGET_PAUSED, HANDED_OVER,   HAND_OVER",
    "TARGET_PAUSED, LEFT_BEHIND,   DESTROY_TARGET_COPY",
    "TARGET_PAUSED, NONE,          DESTROY_TARGET_COPY",
    "TARGET_PAUSED, SOURCE_RAN_ON, DESTROY_TARGET_COPY",
    "NEITHER,       HANDED_OVER,   GONE",
    "NEITHER,       LEFT_BEHIND,   GONE",
    "NEITHER,       NONE,          GONE",
    "NEITHER,       SOURCE_RAN_ON, GONE",
    "CANNOT_TELL,   HANDED_OVER,   ASK_AGAIN",
    "CANNOT_TELL,   LEFT_BEHIND,   ASK_AGAIN",
    "CANNOT_TELL,   NONE,          ASK_AGAIN",
    "CANNOT_TELL,   SOURCE_RAN_ON, ASK_AGAIN"
  })
  void theTable(MoveTruth truth, Proof proof, MoveDecision decision) {
    assertEquals(decision, MoveDecision.of(truth, proof));
  }
}
