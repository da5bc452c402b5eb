package org.scxvm.cli;

/**
 * The statuses of an external script. The process ends with them far from zero, so that the wrapper
 * can tell them from those with which a JVM ends that could not start, or was killed.
 */
enum SgStatus {
  SUCCESS(0),
  /** The package halts, and is not run elsewhere. */
  FAILED(1),
  /** The package may be run on another node. */
  ELSEWHERE(2);

  /** What the wrapper takes away again. */
  private static final int DISTANCE = 40;

  private final int code;

  SgStatus(int code) {
    this.code = code;
  }

  /** The exit status of the process. */
  int exitStatus() {
    return DISTANCE + code;
  }

  /** That of a callback that has succeeded or failed. */
  static SgStatus of(int exitStatus) {
    return exitStatus == ExitStatus.SUCCESS ? SUCCESS : FAILED;
  }
}
