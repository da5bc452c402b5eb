package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.scxvm.hypervisor.HypervisorException;

/**
 * The few functions of libvirt that libvirt-java does not have, or has at the price of its
 * 295-method proxy. Every call reads libvirt's error on the thread that made it: libvirt keeps it
 * per thread.
 */
final class NativeLibvirt {

  private static final NativeLibrary LIBRARY =
      quiet(NativeLibrary.getInstance(LibvirtLibrary.NAME));

  private NativeLibvirt() {}

  /** Loads the library and silences it; other users of libvirt call this first. */
  static void load() {
    function("virGetLastErrorCode");
  }

  /** A function whose result below zero is an error. */
  static int number(String function, Object... arguments) throws HypervisorException {
    int result = function(function).invokeInt(arguments);
    if (result < 0) {
      throw lastError(function);
    }
    return result;
  }

  /** A function whose result NULL is an error. */
  static Pointer pointer(String function, Object... arguments) throws HypervisorException {
    Pointer result = function(function).invokePointer(arguments);
    if (result == null) {
      throw lastError(function);
    }
    return result;
  }

  /**
   * Whether a domain had a process when libvirt last spoke of it: its number then. Nobody is asked,
   * and no error is one.
   */
  static boolean isActive(Pointer domain) {
    return function("virDomainGetID").invokeInt(new Object[] {domain}) != -1;
  }

  /** A function that returns a text which its caller has to free. */
  static String text(String function, Object... arguments) throws HypervisorException {
    Pointer text = pointer(function, arguments);
    try {
      return text.getString(0, StandardCharsets.UTF_8.name());
    } finally {
      Native.free(Pointer.nativeValue(text));
    }
  }

  /** A function that gives something back; its result is of no use to anybody. */
  static void release(String function, Pointer pointer) {
    function(function).invokeInt(new Object[] {pointer});
  }

  private static Function function(String name) {
    return LIBRARY.getFunction(name);
  }

  static HypervisorException lastError(String function) {
    int code = function("virGetLastErrorCode").invokeInt(new Object[0]);
    String words = function("virGetLastErrorMessage").invokeString(new Object[0], false);
    return new HypervisorException(Faults.of(code, words), function + ": " + words);
  }

  /**
   * libvirt writes each error to stderr unless it has a handler. Any harmless function of libc that
   * ignores its arguments will do as one; a Java callback would cost start-up time.
   */
  private static NativeLibrary quiet(NativeLibrary library) {
    Pointer harmless = NativeLibrary.getProcess().getFunction("getppid");
    library.getFunction("virSetErrorFunc").invokeVoid(new Object[] {Pointer.NULL, harmless});
    return library;
  }
}
