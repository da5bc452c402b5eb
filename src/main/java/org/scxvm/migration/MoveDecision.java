package org.scxvm.migration;

/**
 * What follows from the truth about a migration. The one table; Stop, Start and recover use it.
 *
 * <pre>
 * truth          handed over         left behind         no proof            source ran on
 * source runs    keep                keep                keep                keep
 * target runs    hand over           hand over           destroy the copy    destroy the copy
 * both active    destroy the copy    destroy the copy    destroy the copy    destroy the copy
 * target paused  hand over           destroy the copy    destroy the copy    destroy the copy
 * neither        gone                gone                gone                gone
 * cannot tell    ask again           ask again           ask again           ask again
 * </pre>
 */
public enum MoveDecision {
  /** The target owns the domain now. */
  HAND_OVER("hand it over to the target"),
  /** The domain stays on the source; the target has nothing of it. */
  KEEP("leave it at the source"),
  /** The copy on the target must go: its memory may be older than the disk. */
  DESTROY_TARGET_COPY("destroy the copy on the target"),
  /** It runs nowhere; there is nothing to keep and nothing to hand over. */
  GONE("note that it runs nowhere"),
  /** Ask again; nothing may be concluded. */
  ASK_AGAIN("ask again, nothing can be told");

  private final String words;

  MoveDecision(String words) {
    this.words = words;
  }

  /** What is to be done, for people. */
  public String words() {
    return words;
  }

  /** Old memory never meets a newer disk: without proof that a copy is not old, it must go. */
  public static MoveDecision of(MoveTruth truth, Proof proof) {
    return switch (truth) {
      case SOURCE_RUNS -> KEEP;
      case BOTH_ACTIVE -> DESTROY_TARGET_COPY;
      case TARGET_RUNS ->
          proof == Proof.HANDED_OVER || proof == Proof.LEFT_BEHIND
              ? HAND_OVER
              : DESTROY_TARGET_COPY;
      case TARGET_PAUSED -> proof == Proof.HANDED_OVER ? HAND_OVER : DESTROY_TARGET_COPY;
      case NEITHER -> GONE;
      case CANNOT_TELL -> ASK_AGAIN;
    };
  }
}
