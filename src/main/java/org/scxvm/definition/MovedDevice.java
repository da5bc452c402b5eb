package org.scxvm.definition;

/**
 * A part of a domain that libvirt or QEMU may refuse to migrate.
 *
 * @param name what tells it from others of its kind, in words
 */
public record MovedDevice(Kind kind, String name) {

  /** What such a part is. */
  public enum Kind {
    PCI_OF_HOST("PCI device of the host"),
    MEDIATED_OF_HOST("mediated device of the host"),
    USB_OF_HOST("USB device of the host"),
    SCSI_OF_HOST("SCSI device of the host"),
    SCSI_CONTROLLER_OF_HOST("SCSI controller of the host"),
    CAPABILITY_OF_HOST("capability of the host"),
    VDPA_CARD("vDPA network card"),
    VIRTIOFS("virtiofs file system"),
    NINE_P("9p file system"),
    TPM_OF_HOST("TPM of the host"),
    SHARED_MEMORY_OF_PEER("shared memory (role not master)"),
    UNKNOWN_TSC("CPU feature invtsc without a frequency of the timer tsc"),
    TRANSIENT_DISK("transient disk");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  @Override
  public String toString() {
    return "a " + (kind.words + " " + name).strip();
  }
}
