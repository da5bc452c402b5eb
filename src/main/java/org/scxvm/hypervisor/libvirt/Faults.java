package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.Fault;

/** libvirt's error numbers ({@code virErrorNumber} in virterror.h) in the agent's terms. */
final class Faults {

  private static final int NO_SUPPORT = 3;
  private static final int NO_CONNECT = 5;
  private static final int INVALID_CONN = 6;
  private static final int SYSTEM_ERROR = 38;
  private static final int RPC = 39;
  private static final int NO_DOMAIN = 42;
  private static final int ARGUMENT_UNSUPPORTED = 74;
  private static final int AGENT_UNRESPONSIVE = 86;
  private static final int INTERNAL_ERROR = 1;
  private static final int OPERATION_TIMEOUT = 68;

  private Faults() {}

  static Fault of(int code) {
    return switch (code) {
      case NO_DOMAIN -> Fault.NO_SUCH_DOMAIN;
      case NO_SUPPORT, ARGUMENT_UNSUPPORTED, AGENT_UNRESPONSIVE -> Fault.UNSUPPORTED;
      // 1 is also what a broken client socket gives: open, so it is asked again, never believed.
      case NO_CONNECT, INVALID_CONN, SYSTEM_ERROR, RPC, INTERNAL_ERROR, OPERATION_TIMEOUT ->
          Fault.SILENT;
      default -> Fault.REFUSED; // the set is libvirt's, not ours
    };
  }
}
