package org.scxvm.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a definition counts when two nodes have one each: what the guest sees and what it is made
 * of. Titles, addresses and what libvirt numbers anew are left out.
 *
 * @param values by the name of the trait
 */
public record DefinitionTraits(Map<String, String> values) {

  private static final String NONE = "none";

  /** Elements below the root whose whole content counts. */
  private static final List<String> TEXTS =
      List.of("memory", "currentMemory", "vcpu", "on_poweroff", "on_reboot", "on_crash");

  /** Reads them from a definition. */
  public static DefinitionTraits of(DomainXml definition) throws DefinitionException {
    XmlElement root = XmlElement.parse(definition.text());
    Map<String, String> values = new TreeMap<>();
    values.put("type", root.attribute("type"));
    for (String tag : TEXTS) {
      root.child(tag).ifPresent(it -> values.put(tag, withUnit(it)));
    }
    root.child("os").ifPresent(os -> addOs(os, values));
    root.child("cpu").ifPresent(cpu -> values.put("cpu", squeezed(cpu)));
    for (XmlElement devices : root.children("devices")) {
      devices.children("disk").forEach(disk -> addDisk(disk, values));
      devices.children("interface").forEach(card -> addCard(card, values));
      for (String tag : List.of("hostdev", "filesystem", "tpm")) {
        int count = devices.children(tag).size();
        if (count > 0) {
          values.put("number of " + tag, String.valueOf(count));
        }
      }
    }
    return new DefinitionTraits(values);
  }

  private static String withUnit(XmlElement element) {
    return (element.text() + " " + element.attribute("unit")).strip();
  }

  private static String squeezed(XmlElement element) {
    return element.xml().replaceAll("\\s+", " ").replace("> <", "><");
  }

  private static void addOs(XmlElement os, Map<String, String> values) {
    os.child("type")
        .ifPresent(
            type -> {
              values.put("arch", type.attribute("arch"));
              values.put("machine", type.attribute("machine"));
            });
    os.child("loader").ifPresent(loader -> values.put("loader", loader.text()));
    os.child("nvram").ifPresent(nvram -> values.put("nvram", nvram.text()));
  }

  private static void addDisk(XmlElement disk, Map<String, String> values) {
    MovedDisk moved = MovedDisk.of(disk);
    String traits =
        moved.traits().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    values.put(
        "disk " + moved.name(),
        String.join(" ", moved.kind(), moved.place(), "cache=" + moved.cache(), traits).strip());
  }

  private static void addCard(XmlElement card, Map<String, String> values) {
    String source =
        card.attributeOf("source", "network")
            + card.attributeOf("source", "bridge")
            + card.attributeOf("source", "dev");
    values.put(
        "interface " + card.attributeOf("mac", "address"),
        (card.attribute("type") + " " + source).strip());
  }

  /** What differs, in words that name both values. */
  public List<String> differencesTo(DefinitionTraits there) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.addAll(there.values.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String one = values.getOrDefault(name, NONE);
      String other = there.values.getOrDefault(name, NONE);
      if (!one.equals(other)) {
        differences.add(name + " is " + one + " here and " + other + " there");
      }
    }
    return differences;
  }
}
