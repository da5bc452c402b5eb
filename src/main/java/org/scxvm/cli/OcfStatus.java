package org.scxvm.cli;

/**
 * The statuses of an OCF agent. The process ends with them far from zero, so that the wrapper can
 * tell them from those with which a JVM ends that could not start, or was killed.
 */
enum OcfStatus {
  SUCCESS(0),
  /** It did not work; for a monitor, too: active, and failed. */
  GENERIC(1),
  /** The parameters are wrong for this node. */
  ARGUMENTS(2),
  /** Something is missing on this node: the domain does not run here, and could not. */
  NOT_INSTALLED(5),
  /** The parameters are wrong for every node. */
  CONFIGURED(6),
  NOT_RUNNING(7),
  /** Active, but not as it should be. */
  DEGRADED(190);

  /** What the wrapper takes away again. */
  private static final int DISTANCE = 40;

  private final int code;

  OcfStatus(int code) {
    this.code = code;
  }

  /** The exit status of the process. */
  int exitStatus() {
    return DISTANCE + code;
  }

  /** That of a callback that has succeeded or failed. */
  static OcfStatus of(int exitStatus) {
    return exitStatus == ExitStatus.SUCCESS ? SUCCESS : GENERIC;
  }
}
