package org.scxvm.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scxvm.hypervisor.Activity;

/** What looks at the source prove. */
class ProofTest {

  private static final Side MIGRATED = new Side.Absent(true);

  @ParameterizedTest
  @EnumSource(Activity.class)
  void aSourceThatIsActiveAgainTakesEveryProofAway(Activity activity) {
    Side active = new Side.Active(activity);
    boolean leaving = activity == Activity.PAUSED_BY_MIGRATION;
    for (Proof before : Proof.values()) {
      assertEquals(leaving ? before : Proof.SOURCE_RAN_ON, before.after(active));
    }
  }

  @Test
  void theSourcesLibvirtProvesThatItWasMigratedButNotOnceItHasRunOn() {
    assertEquals(Proof.HANDED_OVER, Proof.NONE.after(MIGRATED));
    assertEquals(Proof.HANDED_OVER, Proof.LEFT_BEHIND.after(MIGRATED));
    assertEquals(Proof.HANDED_OVER, Proof.HANDED_OVER.after(MIGRATED));
    assertEquals(Proof.SOURCE_RAN_ON, Proof.SOURCE_RAN_ON.after(MIGRATED));
  }

  @ParameterizedTest
  @EnumSource(Proof.class)
  void offForAnotherReasonAndSilenceProveNothing(Proof before) {
    assertEquals(before, before.after(new Side.Absent(false)));
    assertEquals(before, before.after(new Side.Open("no answer")));
  }
}
