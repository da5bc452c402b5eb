package org.scxvm.migration;

/** What follows from the truth about a migration. The one table; Start and Stop both use it. */
public enum MoveDecision {
  /** The target owns the domain now. */
  HAND_OVER,
  /** The domain stays here; the target has nothing of it. */
  KEEP,
  /** The copy on the target must go: its memory may be older than the disk. */
  DESTROY_TARGET_COPY,
  /** It runs nowhere; there is nothing to keep and nothing to hand over. */
  GONE,
  /** Ask again; nothing may be concluded. */
  ASK_AGAIN;

  /** Old memory never meets a newer disk: without proof a paused copy is not let go on. */
  public static MoveDecision of(MoveTruth truth, Proof proof) {
    return switch (truth) {
      case SOURCE_RUNS -> KEEP;
      case TARGET_RUNS -> proof == Proof.SOURCE_RAN_ON ? DESTROY_TARGET_COPY : HAND_OVER;
      case BOTH_ACTIVE -> DESTROY_TARGET_COPY;
      case TARGET_PAUSED -> proof == Proof.HANDED_OVER ? HAND_OVER : DESTROY_TARGET_COPY;
      case NEITHER -> GONE;
      case CANNOT_TELL -> ASK_AGAIN;
    };
  }
}
