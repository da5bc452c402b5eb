package org.scxvm.hypervisor;

/** What an active domain is doing, as far as the agent treats it differently. */
public enum Activity {
  /** Runs. */
  RUNNING("running"),
  /** In between: starting up, shutting down, being saved, dumped or snapshotted. */
  BUSY("between two states"),
  /** Somebody paused it and will resume it. */
  PAUSED_BY_USER("paused by the user"),
  /**
   * Booted paused long ago by an agent that never heard so; others may have had the domain since.
   * Not known to libvirt: it looks as if the user had paused it.
   */
  PAUSED_SINCE_LATE_BOOT("paused since a boot that libvirt never answered"),
  /** Paused because its memory is on the way, in or out. */
  PAUSED_BY_MIGRATION("paused by a migration"),
  /** Paused by an error of its storage; may go on once that is mended. */
  PAUSED_BY_IO_ERROR("paused by an I/O error"),
  /** Paused by a watchdog or a failed operation; nobody knows what it would go on with. */
  PAUSED_BY_FAULT("paused by a fault"),
  /** The guest is dead, its process holds the disk (on_crash=preserve). */
  CRASHED("crashed"),
  /** The guest suspended itself to memory. */
  PM_SUSPENDED("suspended by its power management");

  private final String words;

  Activity(String words) {
    this.words = words;
  }

  /** Stands still without a fault: it waits for somebody to let it go on. */
  public boolean isWaiting() {
    return this == PAUSED_BY_USER || this == PAUSED_SINCE_LATE_BOOT;
  }

  @Override
  public String toString() {
    return words;
  }
}
