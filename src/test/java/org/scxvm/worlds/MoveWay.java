package org.scxvm.worlds;

/** How a migration goes, other than well. */
enum MoveWay implements Way {
  /** No connection to the other node. */
  NOT_BEGUN,
  FAILS_IN_MID_COPY,
  /** Out of time and cancelled. */
  CANCELLED,
  /** Out of time; it goes through ten seconds later. */
  GOES_THROUGH_LATER,
  /** Out of time; it fails ten seconds later. */
  FAILS_LATER,
  /**
   * The target's libvirtd freezes at "Suspended Migrated": libvirt lets the source go on, and the
   * copy is there all the same.
   */
  FAILS_AT_FINISH,
  /** The same, and the target's libvirtd answers again after some seconds. */
  FAILS_AT_FINISH_BRIEFLY,
  /** The same, and then the source's QEMU dies. */
  FAILS_AT_FINISH_AND_SOURCE_DIES,
  /** It goes through, and an error is reported. */
  REPORTS_AN_ERROR,
  SOURCE_QEMU_DIES,
  TARGET_FENCED_IN_MID_COPY,
  TARGET_FENCED_AT_FINISH,
  SOURCE_FENCED_IN_MID_COPY,
  SOURCE_FENCED_AT_FINISH,
  /** The target's host freezes at the finish, with the copy on it. */
  TARGET_HOST_FREEZES_AT_FINISH,
  AGENT_KILLED_IN_MID_COPY,
  /** The source stands still and nobody lets it go on. */
  AGENT_KILLED_BEFORE_FINISH,
  /** Both copies stand still. */
  AGENT_KILLED_BEFORE_CONFIRM,
  /** The source's libvirtd dies at the end: both copies stand still, an error is reported. */
  SOURCE_LIBVIRTD_DIES_BEFORE_CONFIRM,
  AGENT_KILLED_AFTERWARDS
}
