package org.scxvm.hypervisor.libvirt;

import java.util.Optional;
import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/** What every use of libvirt-java needs: a silent connection, and its errors in our terms. */
final class Binding {

  private Binding() {}

  static Connect connect(String uri) throws LibvirtException {
    NativeLibvirt.load();
    return new Connect(uri);
  }

  static HypervisorException translated(LibvirtException e) {
    Fault fault =
        Optional.ofNullable(e.getError()).map(error -> of(error.getCode())).orElse(Fault.REFUSED);
    return new HypervisorException(fault, String.valueOf(e.getMessage()));
  }

  /** The same table as {@link Faults}, in the binding's names. */
  private static Fault of(ErrorNumber code) {
    return switch (code) {
      case VIR_ERR_NO_DOMAIN -> Fault.NO_SUCH_DOMAIN;
      case VIR_ERR_NO_SUPPORT, VIR_ERR_ARGUMENT_UNSUPPORTED -> Fault.UNSUPPORTED;
      case VIR_ERR_NO_CONNECT,
          VIR_ERR_INVALID_CONN,
          VIR_ERR_SYSTEM_ERROR,
          VIR_ERR_RPC,
          VIR_ERR_INTERNAL_ERROR,
          VIR_ERR_OPERATION_TIMEOUT ->
          Fault.SILENT;
      default -> Fault.REFUSED; // the set is libvirt's, not ours
    };
  }
}
