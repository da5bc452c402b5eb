package org.scxvm.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a definition asks of the node that is to run the domain, and what is to become of a guest
 * that goes off or crashes.
 *
 * @param onPoweroff what libvirt does when the guest shuts down
 * @param onCrash what libvirt does when the guest crashes
 * @param cpu a CPU model that the node is to have; empty if any CPU will do
 * @param disks what its disks are made of on this node
 * @param networks libvirt's networks that it is plugged into
 * @param bridges bridges of the node that it is plugged into
 * @param pools storage pools that its disks come from
 */
public record DomainNeeds(
    String onPoweroff,
    String onCrash,
    Memory memory,
    Optional<Cpu> cpu,
    List<Disk> disks,
    Set<String> networks,
    Set<String> bridges,
    Set<String> pools) {

  private static final String OPTIONAL = "optional";

  /**
   * Memory, in KiB.
   *
   * @param most what the guest may come to have
   * @param usual what it has as long as nobody gives it more
   * @param atOnce all of it is taken at the start, and none can be swapped
   * @param hugePageSize the size of its huge pages, 0 for the node's default; empty if it has none
   */
  public record Memory(long most, long usual, boolean atOnce, Optional<Long> hugePageSize) {}

  /**
   * A CPU model.
   *
   * @param virtType the kind of virtualization, as libvirt names it
   * @param xml the element of the definition
   */
  public record Cpu(String virtType, String arch, String machine, String xml) {}

  /**
   * A disk with a place on this node.
   *
   * @param path its file or device
   */
  public record Disk(String path) {}

  /** Reads them from a definition. */
  public static DomainNeeds of(DomainXml definition) throws DefinitionException {
    XmlElement root = XmlElement.parse(definition.text());
    List<XmlElement> devices = root.children("devices");
    List<Disk> disks = new ArrayList<>();
    Set<String> pools = new TreeSet<>();
    Set<String> networks = new TreeSet<>();
    Set<String> bridges = new TreeSet<>();
    for (XmlElement each : devices) {
      each.children("disk").forEach(disk -> addDisk(disk, disks, pools));
      for (XmlElement card : each.children("interface")) {
        add(networks, card.attribute("type").equals("network"), card, "network");
        add(bridges, isPluggedIntoBridge(card), card, "bridge");
      }
    }
    return new DomainNeeds(
        root.child("on_poweroff").map(XmlElement::text).orElse("destroy"),
        root.child("on_crash").map(XmlElement::text).orElse("destroy"),
        memory(root),
        cpu(root),
        disks,
        networks,
        bridges,
        pools);
  }

  /** Those of Open vSwitch are no bridges for the kernel. */
  private static boolean isPluggedIntoBridge(XmlElement card) {
    return card.attribute("type").equals("bridge")
        && !card.attributeOf("virtualport", "type").equals("openvswitch");
  }

  private static void add(Set<String> names, boolean fits, XmlElement device, String attribute) {
    String name = device.attributeOf("source", attribute);
    if (fits && !name.isEmpty()) {
      names.add(name);
    }
  }

  /** A disk that may be missing is no need. */
  private static void addDisk(XmlElement disk, List<Disk> disks, Set<String> pools) {
    if (disk.attributeOf("source", "startupPolicy").equals(OPTIONAL)) {
      return;
    }
    switch (disk.attribute("type")) {
      case "file" -> addPath(disk.attributeOf("source", "file"), disks);
      case "block" -> addPath(disk.attributeOf("source", "dev"), disks);
      case "dir" -> addPath(disk.attributeOf("source", "dir"), disks);
      case "volume" -> add(pools, true, disk, "pool");
      default -> {
        // Over a network: nothing of it is on this node.
      }
    }
  }

  private static void addPath(String path, List<Disk> disks) {
    if (path.startsWith("/")) {
      disks.add(new Disk(path));
    }
  }

  static Memory memory(XmlElement root) {
    long most = root.child("memory").map(DomainNeeds::kib).orElse(0L);
    long usual = root.child("currentMemory").map(DomainNeeds::kib).orElse(most);
    Optional<XmlElement> backing = root.child("memoryBacking");
    boolean locked = backing.flatMap(it -> it.child("locked")).isPresent();
    boolean immediate =
        backing.map(it -> it.attributeOf("allocation", "mode").equals("immediate")).orElse(false);
    return new Memory(
        most,
        Math.min(usual, most),
        locked || immediate,
        backing.flatMap(it -> it.child("hugepages")).flatMap(DomainNeeds::pageSize));
  }

  /** Several sizes are for parts of the memory; how large those are is not worked out here. */
  private static Optional<Long> pageSize(XmlElement hugePages) {
    List<XmlElement> pages = hugePages.children("page");
    if (pages.isEmpty()) {
      return Optional.of(0L);
    }
    XmlElement page = pages.get(0);
    return pages.size() > 1 || !page.attribute("nodeset").isEmpty()
        ? Optional.empty()
        : Optional.of(kib(page.attribute("size"), page.attribute("unit")));
  }

  private static long kib(XmlElement amount) {
    return kib(amount.text(), amount.attribute("unit"));
  }

  private static long kib(String number, String unit) {
    long bytes =
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "b", "bytes" -> 1;
          case "kb" -> 1_000;
          case "mb" -> 1_000_000;
          case "m", "mib" -> 1L << 20;
          case "gb" -> 1_000_000_000;
          case "g", "gib" -> 1L << 30;
          case "tb" -> 1_000_000_000_000L;
          case "t", "tib" -> 1L << 40;
          default -> 1L << 10; // what libvirt takes it for
        };
    try {
      return Math.multiplyExact(Long.parseLong(number), bytes) >> 10;
    } catch (NumberFormatException | ArithmeticException e) {
      return 0; // libvirt judges such a definition
    }
  }

  /** Without a model the guest gets what the node has. */
  private static Optional<Cpu> cpu(XmlElement root) {
    String virtType = root.attribute("type");
    Optional<XmlElement> cpu =
        root.child("cpu")
            .filter(it -> it.attribute("mode").isEmpty() || it.attribute("mode").equals("custom"))
            .filter(it -> it.child("model").isPresent());
    Optional<XmlElement> os = root.child("os").flatMap(it -> it.child("type"));
    if (cpu.isEmpty() || os.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Cpu(
            virtType, os.get().attribute("arch"), os.get().attribute("machine"), cpu.get().xml()));
  }
}
