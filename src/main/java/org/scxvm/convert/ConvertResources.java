package org.scxvm.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.XmlElement;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.time.Deadline;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Turns resources of ocf:heartbeat:VirtualDomain into such of ocf:scxvm:domain. Their parameters
 * stay, since the agent understands them; what it cannot do as their documentation says is no
 * reason for less, but for not converting.
 *
 * @param folder the Domain_pathname that they get; none if they have to do without records
 * @param placedByUtilization the cluster places resources by what they need, so it must know that
 */
public record ConvertResources(
    Optional<String> folder, boolean placedByUtilization, HostFiles files, Deadline deadline) {

  /** They change what a domain boots with, or where its memory goes. */
  private static final Set<String> NOT_OFFERED = Set.of("snapshot", "backingfile", "copyindirs");

  private static final Set<String> NOT_OFFERED_IF_TRUE =
      Set.of("stateless", "start_resources", "save_config_on_stop", "sync_config_on_stop");

  private static final List<String> UTILIZATION =
      List.of("utilization_cpu", "utilization_host_memory", "utilization_hv_memory");

  private static final Set<String> NO = Set.of("", "0", "no", "false", "off");

  /**
   * What would become of them.
   *
   * @param resources the resources of a CIB
   * @throws IllegalArgumentException that is no XML
   */
  public List<Conversion> convert(String resources) {
    List<Conversion> conversions = new ArrayList<>();
    NodeList primitives = parsed(resources).getElementsByTagName("primitive");
    for (int i = 0; i < primitives.getLength(); i++) {
      Primitive primitive = new Primitive((Element) primitives.item(i));
      if (primitive.is("ocf", "heartbeat", "VirtualDomain")) {
        conversions.add(converted(primitive));
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

  private Conversion converted(Primitive primitive) {
    List<String> refusals = refusals(primitive);
    if (!refusals.isEmpty()) {
      return new Conversion(primitive.id(), refusals, List.of(), primitive.text());
    }
    List<String> changes =
        new ArrayList<>(List.of("ocf:heartbeat:VirtualDomain: ocf:scxvm:domain"));
    primitive.become("ocf", "scxvm", "domain");
    addName(primitive, changes, refusals);
    folder.ifPresent(path -> add(primitive, "domain_pathname", path, changes));
    if (placedByUtilization) {
      UTILIZATION.forEach(name -> keepWritten(primitive, name, changes));
    }
    for (Element operation : primitive.operations("migrate_to")) {
      if (operation.getAttribute("on-fail").isEmpty()) {
        operation.setAttribute("on-fail", "block");
        changes.add("op migrate_to on-fail=block: a failed one leaves the guest where it is");
      }
    }
    return new Conversion(primitive.id(), refusals, List.copyOf(changes), primitive.text());
  }

  private static List<String> refusals(Primitive primitive) {
    List<String> refusals = new ArrayList<>();
    for (String name : NOT_OFFERED) {
      primitive
          .parameter(name)
          .filter(value -> !value.isBlank())
          .ifPresent(value -> refusals.add(name + "=" + value + " is not offered"));
    }
    for (String name : NOT_OFFERED_IF_TRUE) {
      primitive
          .parameter(name)
          .filter(value -> !NO.contains(value.strip().toLowerCase(Locale.ROOT)))
          .ifPresent(value -> refusals.add(name + "=" + value + " is not offered"));
    }
    if (primitive.sets().isEmpty()) {
      refusals.add("it has no instance_attributes of its own (of a template?)");
    }
    return refusals;
  }

  /** With its name, the domain can be told where the file is not there. */
  private void addName(Primitive primitive, List<String> changes, List<String> refusals) {
    String path = primitive.parameter("config").orElse("");
    try {
      String text =
          files
              .text(path, deadline)
              .orElseThrow(() -> new HostException("there is no such file on this node"));
      add(primitive, "domain_name", DomainXml.parse(text).name(), changes);
    } catch (HostException | DefinitionException e) {
      refusals.add("config=" + path + ": " + e.getMessage());
    }
  }

  /** VirtualDomain writes it unless it is told not to, this agent only if it is told to. */
  private static void keepWritten(Primitive primitive, String name, List<String> changes) {
    if (primitive.parameter("unset_" + name).isEmpty()) {
      add(primitive, "autoset_" + name, "true", changes);
    }
  }

  private static void add(Primitive primitive, String name, String value, List<String> changes) {
    if (primitive.parameter(name).isEmpty()) {
      primitive.add(name, value);
      changes.add(name + "=" + value);
    }
  }
}
