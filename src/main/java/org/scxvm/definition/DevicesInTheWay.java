package org.scxvm.definition;

import java.util.ArrayList;
import java.util.List;
import org.scxvm.definition.MovedDevice.Kind;

/** Finds what libvirt or QEMU may refuse to migrate. */
final class DevicesInTheWay {

  private final XmlElement root;
  private final List<XmlElement> devices;
  private final List<MovedDevice> found = new ArrayList<>();

  DevicesInTheWay(XmlElement root, List<XmlElement> devices) {
    this.root = root;
    this.devices = devices;
  }

  List<MovedDevice> found() {
    for (XmlElement each : devices) {
      each.children("hostdev").forEach(this::addHostDevice);
      each.children("interface").forEach(this::addCard);
      each.children("filesystem").forEach(this::addFileSystem);
      each.children("tpm").forEach(this::addTpm);
      each.children("shmem").forEach(this::addSharedMemory);
      each.children("disk").forEach(this::addDisk);
    }
    addTimer();
    return List.copyOf(found);
  }

  private void add(Kind kind, String name) {
    found.add(new MovedDevice(kind, name));
  }

  /** QEMU itself unplugs the transient half of a team and plugs it in again. */
  private static boolean isUnpluggedByItself(XmlElement device) {
    return device.attributeOf("teaming", "type").equals("transient");
  }

  private void addHostDevice(XmlElement device) {
    if (device.attribute("mode").equals("capabilities")) {
      add(Kind.CAPABILITY_OF_HOST, device.attribute("type"));
      return;
    }
    String name = addressOf(device);
    switch (device.attribute("type")) {
      case "usb" -> add(Kind.USB_OF_HOST, name);
      case "scsi" -> add(Kind.SCSI_OF_HOST, name);
      case "scsi_host" -> add(Kind.SCSI_CONTROLLER_OF_HOST, name);
      case "mdev" -> add(Kind.MEDIATED_OF_HOST, name);
      default -> {
        if (!isUnpluggedByItself(device)) {
          add(Kind.PCI_OF_HOST, name);
        }
      }
    }
  }

  /** The host's address of it, in the words of the definition. */
  private static String addressOf(XmlElement device) {
    return device
        .child("source")
        .flatMap(source -> source.child("address"))
        .map(
            address ->
                address
                    .xml()
                    .replaceAll("<address|/>", "")
                    .replaceAll("(?:type|controller)=\"[^\"]*\"", "")
                    .replace("\"", "")
                    .strip()
                    .replaceAll(" +", " "))
        .orElse("");
  }

  private void addCard(XmlElement card) {
    String name = card.attributeOf("mac", "address");
    switch (card.attribute("type")) {
      case "hostdev" -> {
        if (!isUnpluggedByItself(card)) {
          add(Kind.PCI_OF_HOST, name);
        }
      }
      case "vdpa" -> add(Kind.VDPA_CARD, name);
      default -> {
        // Emulated, and migrated with its state.
      }
    }
  }

  private void addFileSystem(XmlElement fileSystem) {
    boolean isVirtiofs = fileSystem.attributeOf("driver", "type").equals("virtiofs");
    String name = fileSystem.attributeOf("target", "dir");
    add(isVirtiofs ? Kind.VIRTIOFS : Kind.NINE_P, name);
  }

  private void addTpm(XmlElement tpm) {
    if (tpm.attributeOf("backend", "type").equals("passthrough")) {
      add(Kind.TPM_OF_HOST, "");
    }
  }

  private void addSharedMemory(XmlElement memory) {
    if (!memory.attribute("role").equals("master")) {
      add(Kind.SHARED_MEMORY_OF_PEER, memory.attribute("name"));
    }
  }

  private void addDisk(XmlElement disk) {
    if (disk.child("transient").isPresent()) {
      add(Kind.TRANSIENT_DISK, disk.attributeOf("target", "dev"));
    }
  }

  private void addTimer() {
    boolean isWanted =
        root.children("cpu").stream()
            .flatMap(cpu -> cpu.children("feature").stream())
            .filter(feature -> feature.attribute("name").equals("invtsc"))
            .anyMatch(feature -> !feature.attribute("policy").matches("disable|forbid"));
    boolean isTold =
        root.children("clock").stream()
            .flatMap(clock -> clock.children("timer").stream())
            .filter(timer -> timer.attribute("name").equals("tsc"))
            .anyMatch(timer -> !timer.attribute("frequency").isEmpty());
    if (isWanted && !isTold) {
      add(Kind.UNKNOWN_TSC, "");
    }
  }
}
