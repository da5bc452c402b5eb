package org.scxvm.message.syslog;

import com.sun.jna.NativeLibrary;

/** Whether a person is looking. */
public final class Terminal {

  private static final int STDERR = 2;

  private Terminal() {}

  /** Whether stderr is a terminal. */
  public static boolean isStderr() {
    return NativeLibrary.getInstance("c").getFunction("isatty").invokeInt(new Object[] {STDERR})
        == 1;
  }
}
