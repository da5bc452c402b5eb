package org.scxvm;

import com.sun.jna.NativeLibrary;

/** Ends this process at once. */
final class Exit {

  private Exit() {}

  /** Has this class loaded, and what it needs. */
  static void prepare() {
    NativeLibrary.getProcess().getFunction("_exit");
  }

  /**
   * Ends the process with {@code _exit(2)}. The JVM's own ways wait 300 ms for every thread that is
   * inside a native call: libvirt's event loop always is, and a call that was given up may be.
   */
  static void now(int status) {
    try {
      NativeLibrary.getProcess().getFunction("_exit").invokeVoid(new Object[] {status});
    } catch (LinkageError e) {
      Runtime.getRuntime().halt(status); // without JNA there is no such thread either
    }
  }
}
