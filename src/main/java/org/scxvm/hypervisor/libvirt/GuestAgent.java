package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/** The guest agent of a domain, which libvirt-qemu has apart from libvirt. */
final class GuestAgent {

  private static final String PING = "{\"execute\":\"guest-ping\"}";

  private GuestAgent() {}

  /** Returns true if the agent answers within so many seconds. */
  static boolean ping(Pointer domain, int seconds) throws HypervisorException {
    try {
      Pointer answer =
          NativeLibrary.getInstance("virt-qemu")
              .getFunction("virDomainQemuAgentCommand")
              .invokePointer(new Object[] {domain, PING, seconds, 0});
      if (answer == null) {
        throw NativeLibvirt.lastError("virDomainQemuAgentCommand");
      }
      Native.free(Pointer.nativeValue(answer));
      return true;
    } catch (UnsatisfiedLinkError e) {
      throw new HypervisorException(Fault.UNSUPPORTED, "libvirt-qemu: " + e.getMessage());
    }
  }
}
