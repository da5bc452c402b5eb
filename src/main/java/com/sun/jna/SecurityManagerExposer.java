package com.sun.jna;

/**
 * In the place of JNA's class of that name, which is for JVMs before 9 and has each start of Java
 * 17 prepare its security manager, which takes longer than all the rest of JNA does.
 */
final class SecurityManagerExposer {

  /** Nobody has called, as far as this knows; JNA asks {@link StackWalker}. */
  Class<?>[] getClassContext() {
    return new Class<?>[0];
  }
}
