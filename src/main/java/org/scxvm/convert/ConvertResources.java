package org.scxvm.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.XmlElement;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Turns resources of ocf:heartbeat:VirtualDomain into such of ocf:scxvm:domain. Their parameters
 * stay, since the agent understands them; what it cannot do as their documentation says is no
 * reason for less, but for not converting.
 *
 * @param site where they are
 */
public record ConvertResources(Site site) {

  /** What a migration is given that had the cluster's default, as the meta-data advise. */
  private static final String MIGRATION_TIMEOUT = "600s";

  private static final List<String> UTILIZATION =
      List.of(
          "autoset_utilization_cpu",
          "autoset_utilization_host_memory",
          "autoset_utilization_hv_memory");

  /**
   * What would become of them.
   *
   * @param resources the resources of a CIB
   * @throws IllegalArgumentException that is no XML
   */
  public List<Conversion> convert(String resources) {
    Element root = parsed(resources);
    Set<String> templates = new HashSet<>();
    for (Primitive each : all(root, "template")) {
      if (isVirtualDomain(each)) {
        templates.add(each.id());
      }
    }
    List<Conversion> conversions = new ArrayList<>();
    for (Primitive each : all(root, "primitive")) {
      if (each.template().filter(templates::contains).isPresent()) {
        conversions.add(refused(each, List.of("it is of template " + each.template().orElse(""))));
      } else if (isVirtualDomain(each)) {
        conversions.add(converted(each));
      }
    }
    return conversions;
  }

  private static Element parsed(String xml) {
    try {
      return XmlElement.parse(xml).element();
    } catch (DefinitionException e) {
      throw new IllegalArgumentException("the text of the CIB's resources " + e.getMessage(), e);
    }
  }

  private static List<Primitive> all(Element root, String tag) {
    NodeList found = root.getElementsByTagName(tag);
    List<Primitive> primitives = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      primitives.add(new Primitive((Element) found.item(i)));
    }
    return primitives;
  }

  private static boolean isVirtualDomain(Primitive primitive) {
    return primitive.is("ocf", "heartbeat", "VirtualDomain");
  }

  private static Conversion refused(Primitive primitive, List<String> refusals) {
    return new Conversion(primitive.id(), refusals, List.of(), primitive.text());
  }

  private Conversion converted(Primitive primitive) {
    Definition definition = Definition.of(primitive, site);
    List<String> refusals = new ArrayList<>(new Refusals(primitive).all());
    refusals.addAll(definition.refusals());
    if (!refusals.isEmpty()) {
      return refused(primitive, refusals);
    }
    List<String> changes =
        new ArrayList<>(List.of("ocf:heartbeat:VirtualDomain: ocf:scxvm:domain"));
    primitive.become("ocf", "scxvm", "domain");
    add(primitive, "domain_name", definition.name(), changes);
    addFolder(primitive, changes);
    if (!site.hypervisor().equals("qemu:///system")) {
      add(primitive, "hypervisor", site.hypervisor(), changes);
    }
    if (site.placedByUtilization()) { // VirtualDomain writes it unless it is told not to
      UTILIZATION.forEach(name -> add(primitive, name, "true", changes));
    }
    changes.addAll(new Values(primitive).changes());
    operations(primitive, changes);
    return new Conversion(primitive.id(), List.of(), List.copyOf(changes), primitive.text());
  }

  private void addFolder(Primitive primitive, List<String> changes) {
    site.folder().ifPresent(path -> add(primitive, "domain_pathname", path, changes));
    if (primitive.parameter("domain_pathname").isEmpty()) {
      changes.add(
          "no records: a start fails while any node of the cluster is silent and was not fenced,"
              + " nodes without libvirt among them (peer_check), and a domain is only migrated if"
              + " its disks have locks");
    }
  }

  private static void operations(Primitive primitive, List<String> changes) {
    for (Element operation : primitive.operationsMade("migrate_to")) {
      if (operation.getAttribute("on-fail").isEmpty()) {
        operation.setAttribute("on-fail", "block");
        changes.add("op migrate_to on-fail=block: a failed one leaves the guest where it is");
      }
      if (operation.getAttribute("timeout").isEmpty()) {
        operation.setAttribute("timeout", MIGRATION_TIMEOUT);
        changes.add("op migrate_to timeout=" + MIGRATION_TIMEOUT);
      }
    }
    for (Element operation : primitive.operationsMade("stop")) {
      String before = operation.getAttribute("timeout");
      String now = before.isEmpty() ? StopTimeout.USUAL : StopTimeout.asLongAs(before);
      operation.setAttribute("timeout", now);
      changes.add(
          "op stop timeout="
              + now
              + (before.isEmpty() ? "" : ", was " + before + ": the guest is asked as long"));
    }
  }

  private static void add(Primitive primitive, String name, String value, List<String> changes) {
    if (primitive.parameter(name).isEmpty()) {
      primitive.add(name, value);
      changes.add(name + "=" + value);
    }
  }
}
