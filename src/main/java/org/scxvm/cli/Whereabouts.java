package org.scxvm.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where in the program something unforeseen has happened, on one line of a log. */
record Whereabouts(Throwable unforeseen) {

  /** Nearer calls say more, and a line of syslog is short. */
  private static final int CALLS_MAX = 8;

  /** A chain of causes may be a ring. */
  private static final int CAUSES_MAX = 20;

  @Override
  public String toString() {
    StackTraceElement[] calls = root().getStackTrace();
    return calls.length == 0
        ? "at an unknown place"
        : Arrays.stream(calls)
            .limit(CALLS_MAX)
            .map(Whereabouts::word)
            .collect(Collectors.joining(" < ", "at ", ""));
  }

  /** What it was thrown on by, perhaps in another thread, says nothing of the place. */
  private Throwable root() {
    Throwable root = unforeseen;
    for (int i = 0; i < CAUSES_MAX && root.getCause() != null; i++) {
      root = root.getCause();
    }
    return root;
  }

  private static String word(StackTraceElement call) {
    String type = call.getClassName();
    return type.substring(type.lastIndexOf('.') + 1)
        + "."
        + call.getMethodName()
        + ":"
        + call.getLineNumber();
  }
}
