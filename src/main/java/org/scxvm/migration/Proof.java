package org.scxvm.migration;

import org.scxvm.hypervisor.Activity;

/** What is known about the source after its memory was sent to the target. */
public enum Proof {
  /**
   * The migration reported success, or the source's libvirt says that the domain was migrated away,
   * or a record says so; and the source was not seen active since.
   */
  HANDED_OVER,
  /** Neither success nor an active source was seen. */
  NONE,
  /**
   * Neither was seen, but whoever moved it is gone and may have had the proof: a copy that runs was
   * let go on by it, because copies arrive paused and libvirt itself never resumes one.
   */
  LEFT_BEHIND,
  /** The source was seen active again: the copy's memory is older than the disk. */
  SOURCE_RAN_ON;

  /** What is known after another look at the source. */
  public Proof after(Side source) {
    boolean active =
        source.doing().filter(activity -> activity != Activity.PAUSED_BY_MIGRATION).isPresent();
    if (active) {
      return SOURCE_RAN_ON;
    }
    boolean migrated = source instanceof Side.Absent absent && absent.handedOver();
    boolean open = this == NONE || this == LEFT_BEHIND;
    return open && migrated ? HANDED_OVER : this;
  }
}
