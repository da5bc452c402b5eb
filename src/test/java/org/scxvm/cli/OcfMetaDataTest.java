package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The meta-data of the OCF agent are a file, so that anybody can have them without a JVM. What they
 * say of the parameters is what the registration file says; {@code -Dmetadata.accept=true} writes
 * them anew.
 */
class OcfMetaDataTest {

  private static final Path FILE = Path.of("packaging/ocf/domain.xml");

  /** For a fault monitor, or for a stop that migrates: under Pacemaker there is neither. */
  private static final Set<String> NOT_FOR_OCF =
      Set.of("Guest_shutdown", "Start_recovers", "Migration_failure");

  /** Needed, unless config is set: then one can be found, and the other be done without. */
  private static final Set<String> WITHOUT_DEFAULT = Set.of("Domain_name", "Domain_pathname");

  @Test
  void theyAreWhatTheRegistrationFileSays() throws IOException {
    String rendered = rendered();
    if (Boolean.getBoolean("metadata.accept")) {
      Files.writeString(FILE, rendered);
    }
    assertEquals(rendered, Files.readString(FILE));
  }

  private static String rendered() {
    StringBuilder parameters = new StringBuilder();
    for (RegistrationFile.Property property : RegistrationFile.properties()) {
      if (property.isExtension() && !NOT_FOR_OCF.contains(property.name())) {
        parameters.append(parameter(property));
      }
    }
    return HEAD + parameters + VIRTUAL_DOMAIN + TAIL;
  }

  private static String parameter(RegistrationFile.Property property) {
    String name = property.name();
    String words = property.words();
    String type =
        words.startsWith("INT") || words.contains(" INT;")
            ? "integer"
            : words.startsWith("BOOLEAN") ? "boolean" : "string";
    String initial = property.value("DEFAULT").toLowerCase(Locale.ROOT);
    String description = property.value("DESCRIPTION");
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "<parameter name=\"%s\" unique=\"%d\" required=\"0\">",
            name.toLowerCase(Locale.ROOT), name.equals("Domain_name") ? 1 : 0));
    lines.add("<longdesc lang=\"en\">" + escaped(description) + "</longdesc>");
    lines.add("<shortdesc lang=\"en\">" + escaped(name.replace('_', ' ')) + "</shortdesc>");
    lines.add(
        "<content type=\""
            + type
            + "\""
            + (WITHOUT_DEFAULT.contains(name) ? "" : " default=\"" + escaped(initial) + "\"")
            + "/>");
    lines.add("</parameter>");
    return String.join("\n", lines) + "\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static final String HEAD =
      """
      <?xml version="1.0"?>
      <!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
      <resource-agent name="domain" version="1.0">
      <version>1.0</version>
      <longdesc lang="en">
      Keeps a libvirt domain (a virtual machine) alive. It never takes a domain whose state nobody can
      tell for one that is stopped, and starts none that runs on another node. Set on-fail=block for
      migrate_to: a migration that has failed leaves the guest running where it was, and Pacemaker would
      stop it. Give each node the same folder of domain_pathname, on shared storage. The parameters of
      ocf:heartbeat:VirtualDomain are understood, too; the agent's own go before them.
      </longdesc>
      <shortdesc lang="en">High availability for libvirt domains</shortdesc>
      <parameters>
      """;

  /** The parameters of VirtualDomain that have other names here. */
  private static final String VIRTUAL_DOMAIN =
      String.join(
          "",
          virtualDomain("config", "The file on every node that the domain is defined from"),
          virtualDomain("hypervisor", "As connect_uri"),
          virtualDomain("migration_transport", "What peer_uri has after the plus sign"),
          virtualDomain("migration_user", "The user in peer_uri"),
          virtualDomain("remoteuri", "As peer_uri"),
          virtualDomain("migrateuri", "As migration_uri"),
          virtualDomain("migrateport", "The port in migration_uri"),
          virtualDomain(
              "migration_network_suffix",
              "What follows the name of the node, up to its first period, in both URIs"),
          virtualDomain("migration_speed", "As bandwidth in migration_options; 0: no limit"),
          virtualDomain("migration_downtime", "As downtime in migration_options; 0: the usual"),
          virtualDomain(
              "migrate_options", "The words of virsh migrate, as far as there is one here"),
          virtualDomain(
              "monitor_scripts",
              "Programs that must all end with 0 in a monitor; start and migrate_from wait for it"),
          utilization("cpu", "the virtual CPUs"),
          utilization("host_memory", "the most memory in MiB"),
          utilization("hv_memory", "the most memory in MiB"));

  private static String utilization(String name, String what) {
    String written =
        "true: %s becomes utilization %s of the resource in start, migrate_from, probes";
    return virtualDomain(
            "autoset_utilization_" + name, written.formatted(what, name), "boolean", "false")
        + virtualDomain(
            "unset_utilization_" + name,
            "true: utilization " + name + " is taken away there",
            "boolean",
            "false");
  }

  private static String virtualDomain(String name, String description) {
    return virtualDomain(name, description, "string", "");
  }

  private static String virtualDomain(
      String name, String description, String type, String initial) {
    return String.join(
        "\n",
        "<parameter name=\"" + name + "\" unique=\"0\" required=\"0\">",
        "<longdesc lang=\"en\">" + description + "</longdesc>",
        "<shortdesc lang=\"en\">" + description + "</shortdesc>",
        "<content type=\"" + type + "\" default=\"" + initial + "\"/>",
        "</parameter>",
        "");
  }

  private static final String TAIL =
      """
      </parameters>
      <actions>
      <action name="start" timeout="120s"/>
      <action name="stop" timeout="240s"/>
      <action name="monitor" depth="0" timeout="30s" interval="10s"/>
      <action name="monitor" depth="10" timeout="60s" interval="60s"/>
      <action name="status" depth="0" timeout="30s" interval="10s"/>
      <action name="migrate_to" timeout="600s"/>
      <action name="migrate_from" timeout="120s"/>
      <action name="validate-all" timeout="60s"/>
      <action name="meta-data" timeout="5s"/>
      </actions>
      </resource-agent>
      """;
}
