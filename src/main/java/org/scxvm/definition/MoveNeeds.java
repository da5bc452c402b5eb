package org.scxvm.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a definition says about moving its domain to another node, beside its {@link DomainNeeds}.
 *
 * @param platform what can run it
 * @param cpuMode how its CPU is chosen; empty if it is the hypervisor's choice
 * @param disks those that have something in them
 * @param devices what may not be migrated
 * @param networks libvirt's networks that it is plugged into
 * @param cards bridges and network interfaces of the node that it is plugged into
 * @param firmwareVariables the file of its firmware variables
 * @param hasTpmState it has a TPM whose state is kept by an emulator
 * @param ports what it binds on the node
 */
public record MoveNeeds(
    Platform platform,
    String cpuMode,
    List<MovedDisk> disks,
    List<MovedDevice> devices,
    Set<String> networks,
    Set<String> cards,
    Optional<String> firmwareVariables,
    boolean hasTpmState,
    Set<String> ports) {

  /** What can run a domain; the type, architecture and machine in libvirt's words. */
  public record Platform(String virtType, String arch, String machine, String emulator) {}

  /** Reads them from a definition, best the one of the running domain. */
  public static MoveNeeds of(DomainXml definition) throws DefinitionException {
    XmlElement root = XmlElement.parse(definition.text());
    List<XmlElement> devices = root.children("devices");
    List<MovedDisk> disks = new ArrayList<>();
    Set<String> networks = new TreeSet<>();
    Set<String> cards = new TreeSet<>();
    for (XmlElement each : devices) {
      each.children("disk").stream()
          .map(MovedDisk::of)
          .filter(disk -> !disk.place().isEmpty())
          .forEach(disks::add);
      each.children("interface").forEach(card -> addCard(card, networks, cards));
    }
    Optional<XmlElement> os = root.child("os");
    return new MoveNeeds(
        platform(root, devices),
        root.child("cpu").map(cpu -> cpu.attribute("mode")).orElse(""),
        List.copyOf(disks),
        new DevicesInTheWay(root, devices).found(),
        networks,
        cards,
        os.flatMap(it -> it.child("nvram")).map(XmlElement::text).filter(path -> isPath(path)),
        devices.stream()
            .flatMap(it -> it.children("tpm").stream())
            .anyMatch(tpm -> tpm.attributeOf("backend", "type").equals("emulator")),
        new PortsOfDomain(devices).bound());
  }

  private static boolean isPath(String text) {
    return text.startsWith("/");
  }

  private static Platform platform(XmlElement root, List<XmlElement> devices) {
    Optional<XmlElement> type = root.child("os").flatMap(os -> os.child("type"));
    return new Platform(
        root.attribute("type"),
        type.map(it -> it.attribute("arch")).orElse(""),
        type.map(it -> it.attribute("machine")).orElse(""),
        devices.stream()
            .flatMap(it -> it.children("emulator").stream())
            .map(XmlElement::text)
            .findFirst()
            .orElse(""));
  }

  /**
   * While the domain runs, a card of a network may show what the network has led it to on this
   * node; the other node follows the network's name. Those of Open vSwitch are no interfaces for
   * the kernel.
   */
  private static void addCard(XmlElement card, Set<String> networks, Set<String> cards) {
    String network = card.attributeOf("source", "network");
    if (!network.isEmpty()) {
      networks.add(network);
      return;
    }
    String name =
        switch (card.attribute("type")) {
          case "bridge" -> card.attributeOf("source", "bridge");
          case "direct" -> card.attributeOf("source", "dev");
          default -> "";
        };
    if (!name.isEmpty() && !card.attributeOf("virtualport", "type").equals("openvswitch")) {
      cards.add(name);
    }
  }
}
