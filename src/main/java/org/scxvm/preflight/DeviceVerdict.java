package org.scxvm.preflight;

import org.scxvm.definition.MovedDevice;
import org.scxvm.hypervisor.Version;

/** Whether a part of a domain keeps it from being migrated. */
sealed interface DeviceVerdict {

  /** libvirt or QEMU refuses. */
  record Hinders() implements DeviceVerdict {}

  /**
   * It depends.
   *
   * @param words on what
   */
  record Depends(String words) implements DeviceVerdict {}

  /** Since then QEMU migrates devices of the host whose driver can do it. */
  Version MIGRATES_HOST_DEVICES = Version.of(8, 1);

  /**
   * Judges a part.
   *
   * @param qemu the version of QEMU here
   */
  static DeviceVerdict of(MovedDevice device, Version qemu) {
    return switch (device.kind()) {
      case PCI_OF_HOST, MEDIATED_OF_HOST ->
          qemu.isAtLeast(MIGRATES_HOST_DEVICES)
              ? new Depends("its VFIO driver must support migration, on both nodes")
              : new Hinders();
      case USB_OF_HOST ->
          new Depends("the guest sees it unplugged, the other node has another one");
      case SCSI_OF_HOST -> new Depends("the other node must have the same device");
      case VDPA_CARD -> new Depends("its driver must support migration, on both nodes");
      case NINE_P -> new Depends("QEMU refuses while the guest has it mounted");
      case SCSI_CONTROLLER_OF_HOST,
          CAPABILITY_OF_HOST,
          VIRTIOFS,
          TPM_OF_HOST,
          SHARED_MEMORY_OF_PEER,
          UNKNOWN_TSC,
          TRANSIENT_DISK ->
          new Hinders();
    };
  }
}
