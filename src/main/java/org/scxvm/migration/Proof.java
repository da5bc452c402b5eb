package org.scxvm.migration;

/** What is known about the source after its memory was sent to the target. */
public enum Proof {
  /**
   * The migration reported success, or the source's libvirt says that the domain was migrated away;
   * and the source was not seen running since.
   */
  HANDED_OVER,
  /** Neither success nor a running source was seen. */
  NONE,
  /** The source was seen running again: the copy's memory is older than the disk. */
  SOURCE_RAN_ON
}
