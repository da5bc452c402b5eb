package org.scxvm.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds what a domain binds on its node, where the definition says which port or device. */
final class PortsOfDomain {

  private static final List<String> CHARACTER_DEVICES =
      List.of("serial", "parallel", "console", "channel");

  private static final String ANY_ADDRESS = "0\\.0\\.0\\.0|::|127\\.0\\.0\\.1|::1|localhost|";

  private final List<XmlElement> devices;
  private final Set<String> bound = new TreeSet<>();

  PortsOfDomain(List<XmlElement> devices) {
    this.devices = devices;
  }

  Set<String> bound() {
    for (XmlElement each : devices) {
      each.children("graphics").forEach(this::addGraphics);
      CHARACTER_DEVICES.forEach(tag -> each.children(tag).forEach(this::addCharacterDevice));
    }
    return bound;
  }

  /** A running domain has a port even if libvirt has chosen it; on the target it chooses anew. */
  private void addGraphics(XmlElement graphics) {
    String kind = graphics.attribute("type");
    boolean isChosen = graphics.attribute("autoport").equals("yes");
    String port = graphics.attribute("port");
    if (!isChosen && port.matches("[0-9]+")) {
      bound.add(kind + " port " + port);
    }
    String address = graphics.attribute("listen");
    if (!address.matches(ANY_ADDRESS)) {
      bound.add(kind + " address " + address);
    }
  }

  private void addCharacterDevice(XmlElement device) {
    for (XmlElement source : device.children("source")) {
      String kind = device.attribute("type");
      boolean isBound = source.attribute("mode").equals("bind");
      if (isBound && kind.matches("tcp|udp")) {
        bound.add(kind + " port " + source.attribute("service"));
      } else if (kind.equals("dev")) {
        bound.add("device " + source.attribute("path"));
      }
    }
  }
}
