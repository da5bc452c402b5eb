package org.scxvm.hypervisor.libvirt;

import java.util.List;
import java.util.Optional;
import org.libvirt.Connect;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;

/** What every use of libvirt-java needs: a silent connection, and its errors in our terms. */
final class Binding {

  /** The binding lists libvirt's numbers in their order and keeps only the constant. */
  private static final List<ErrorNumber> NUMBERS = List.of(ErrorNumber.values());

  private Binding() {}

  static Connect connect(String uri) throws LibvirtException {
    NativeLibvirt.load();
    return new Connect(uri);
  }

  static HypervisorException translated(LibvirtException e) {
    String words = String.valueOf(e.getMessage());
    Fault fault =
        Optional.ofNullable(e.getError())
            .map(error -> Faults.of(NUMBERS.indexOf(error.getCode()), words))
            .orElse(Fault.REFUSED);
    return new HypervisorException(fault, words);
  }
}
