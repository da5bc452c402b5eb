package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import org.scxvm.hypervisor.CpuRequest;
import org.scxvm.hypervisor.DomainSurvey;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Asks libvirt what else it knows. */
final class LibvirtSurvey implements DomainSurvey {

  private static final int NO_FLAGS = 0;

  /** {@code virCPUCompareResult}: identical and superset come after it. */
  private static final int INCOMPATIBLE = 0;

  private final Lines lines;

  LibvirtSurvey(Lines lines) {
    this.lines = lines;
  }

  @Override
  public void reach(Deadline deadline) throws HypervisorException {
    lines.call("virConnectOpen", deadline, line -> line.withConnection(it -> true));
  }

  @Override
  public boolean hasAutostart(DomainName domain, Deadline deadline) throws HypervisorException {
    return lines.call(
        "virDomainGetAutostart",
        deadline,
        line -> line.withDomain(domain.value(), LibvirtSurvey::autostart));
  }

  private static boolean autostart(Pointer domain) throws HypervisorException {
    IntByReference on = new IntByReference();
    NativeLibvirt.number("virDomainGetAutostart", domain, on);
    return on.getValue() != 0;
  }

  @Override
  public int snapshots(DomainName domain, Deadline deadline) throws HypervisorException {
    String function = "virDomainSnapshotNum";
    return lines.call(
        function,
        deadline,
        line ->
            line.withDomain(domain.value(), it -> NativeLibvirt.number(function, it, NO_FLAGS)));
  }

  /** The emulator is left to libvirt: its path is the node's matter. */
  @Override
  public boolean hasCpu(CpuRequest cpu, Deadline deadline) throws HypervisorException {
    String function = "virConnectCompareHypervisorCPU";
    return lines.call(
        function,
        deadline,
        line ->
            line.withConnection(
                connection ->
                    NativeLibvirt.number(
                            function,
                            connection,
                            Pointer.NULL,
                            orNull(cpu.arch()),
                            orNull(cpu.machine()),
                            orNull(cpu.virtType()),
                            cpu.xml(),
                            NO_FLAGS)
                        != INCOMPATIBLE));
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? Pointer.NULL : text;
  }

  @Override
  public boolean hasActiveNetwork(String name, Deadline deadline) throws HypervisorException {
    return isActive("virNetwork", name, deadline);
  }

  @Override
  public boolean hasActivePool(String name, Deadline deadline) throws HypervisorException {
    return isActive("virStoragePool", name, deadline);
  }

  /** Networks and pools have functions of the same names. */
  private boolean isActive(String kind, String name, Deadline deadline) throws HypervisorException {
    try {
      return lines.call(
          kind, deadline, line -> line.withConnection(it -> isActive(it, kind, name)));
    } catch (HypervisorException e) {
      if (e.fault() == Fault.NOT_THERE) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isActive(Pointer connection, String kind, String name)
      throws HypervisorException {
    Pointer found = NativeLibvirt.pointer(kind + "LookupByName", connection, name);
    try {
      return NativeLibvirt.number(kind + "IsActive", found) == 1;
    } finally {
      NativeLibvirt.release(kind + "Free", found);
    }
  }
}
