package org.scxvm.message.syslog;

import com.sun.jna.NativeLibrary;

/** Whether a person is looking. */
final class Terminal {

  private static final int STDERR = 2;

  private Terminal() {}

  /** Whether stderr is a terminal. */
  static boolean isStderr() {
    return NativeLibrary.getProcess().getFunction("isatty").invokeInt(new Object[] {STDERR}) == 1;
  }
}
