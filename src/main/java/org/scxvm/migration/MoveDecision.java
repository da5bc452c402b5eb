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

  /**
   * Old memory never meets a newer disk: a copy is taken over only with proof that it is not old.
   */
  public static MoveDecision of(MoveTruth truth, Proof proof) {
    return switch (truth) {
      case SOURCE_RUNS -> KEEP;
      case BOTH_ACTIVE -> DESTROY_TARGET_COPY;
      case TARGET_RUNS, TARGET_PAUSED ->
          proof == Proof.HANDED_OVER ? HAND_OVER : DESTROY_TARGET_COPY;
      case NEITHER -> GONE;
      case CANNOT_TELL -> ASK_AGAIN;
    };
  }
}
