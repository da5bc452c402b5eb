package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.Fault;

/** libvirt's error numbers ({@code virErrorNumber} in virterror.h) in the agent's terms. */
final class Faults {

  private static final int NO_SUPPORT = 3;
  private static final int NO_CONNECT = 5;
  private static final int INVALID_CONN = 6;
  private static final int INVALID_ARG = 8;
  private static final int SYSTEM_ERROR = 38;
  private static final int RPC = 39;
  private static final int NO_DOMAIN = 42;
  private static final int NO_NETWORK = 43;
  private static final int NO_STORAGE_POOL = 49;
  private static final int NO_STORAGE_VOL = 50;
  private static final int NO_INTERFACE = 57;
  private static final int ARGUMENT_UNSUPPORTED = 74;
  private static final int AGENT_UNRESPONSIVE = 86;
  private static final int INTERNAL_ERROR = 1;
  private static final int OPERATION_TIMEOUT = 68;

  /** What a broken connection is called when it breaks in the middle of a call. */
  private static final String BROKEN = "client socket is closed";

  private Faults() {}

  static Fault of(int code, String words) {
    return switch (code) {
      case NO_DOMAIN -> Fault.NO_SUCH_DOMAIN;
      case NO_NETWORK, NO_STORAGE_POOL, NO_STORAGE_VOL, NO_INTERFACE -> Fault.NOT_THERE;
      case NO_SUPPORT, INVALID_ARG, ARGUMENT_UNSUPPORTED, AGENT_UNRESPONSIVE -> Fault.UNSUPPORTED;
      case NO_CONNECT, INVALID_CONN, SYSTEM_ERROR, RPC, OPERATION_TIMEOUT -> Fault.SILENT;
      // A QEMU that does not start is one, too; only a broken connection is worth another try.
      case INTERNAL_ERROR -> words.contains(BROKEN) ? Fault.SILENT : Fault.REFUSED;
      default -> Fault.REFUSED; // the set is libvirt's, not ours
    };
  }
}
