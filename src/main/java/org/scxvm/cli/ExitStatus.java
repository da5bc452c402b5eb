package org.scxvm.cli;

/** The exit statuses of the agent; nothing else ever comes out of it. */
public final class ExitStatus {

  public static final int SUCCESS = 0;
  public static final int FAILURE = 1;
  public static final int WRONG_COMMAND_LINE = 2;
  public static final int UNFORESEEN = 3;

  /** Of {@code probe}: the domain is down. */
  public static final int COMPLETE_FAILURE = 100;

  private ExitStatus() {}
}
