package org.scxvm.hypervisor.witness;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Functions of the C library, whose structures are known here for 64-bit Linux only. */
final class Libc {

  private Libc() {}

  /** Whether this is a platform whose structures are known. */
  static boolean isKnown() {
    return Platform.isLinux() && Platform.is64Bit();
  }

  /** A function that throws {@code LastErrorException} where it sets errno. */
  static Function function(String name) {
    return NativeLibrary.getProcess().getFunction(name, Function.THROW_LAST_ERROR);
  }
}
