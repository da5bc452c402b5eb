package org.scxvm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scxvm.config.Setting;

/** The manual pages of section 5: the resource type and the configuration of a node. */
final class FilePages {

  /** Keys of the configuration file that are no property, and so have no description there. */
  private static final Map<Setting, String> OF_THE_FILE =
      Map.of(
          Setting.TIMEOUT,
          "Seconds that a method may take; the cluster manager's own limit holds in any case",
          Setting.COMMAND_LOG,
          "Where the commands of the RGM write that they begin and end",
          Setting.CLUSTER_BIN,
          "The folder of the scha_* commands",
          Setting.LOG,
          "syslog, stderr or syslog,stderr; on a terminal stderr is always added",
          Setting.STATE_DIR,
          "The folder of lock files and of notes of this node, for root alone");

  private final Map<String, String> properties = RegistrationFile.descriptions();

  List<ManualPage> all() {
    return List.of(resourceType(), configuration());
  }

  // ---- the resource type

  private static ManualPage resourceType() {
    ManualPage page =
        new ManualPage("SUNW.xvm", 5, "resource type for libvirt domains")
            .section("DESCRIPTION")
            .says(
                "A resource of type SUNW.xvm keeps one libvirt domain alive under the Resource"
                    + " Group Manager. When its group is switched to another node, Stop migrates the"
                    + " running domain there, if Failover_type says so, and Start finds it.")
            .section("STANDARD PROPERTIES")
            .says("Those that have another default than the RGM's, or belong to the type.");
    List<RegistrationFile.Property> all = RegistrationFile.properties();
    for (RegistrationFile.Property each : all) {
      if (!each.isExtension()) {
        page.entry(each.name(), facts(each));
      }
    }
    page.section("EXTENSION PROPERTIES");
    for (RegistrationFile.Property each : all) {
      if (each.isExtension()) {
        page.entry(each.name(), each.value("DESCRIPTION") + ". " + facts(each));
      }
    }
    return page.section("EXAMPLES")
        .example(
            "clresourcetype register -f /opt/SUNWscxvm/etc/SUNW.xvm SUNW.xvm",
            "clresource create -g vm1-rg -t SUNW.xvm -p Domain_name=vm1 \\",
            "    -p Domain_pathname=/global/vm1 -p \"Failover_type=migrate --live\" vm1-rs")
        .section("FILES")
        .entry("/opt/SUNWscxvm/etc/SUNW.xvm", "The registration file")
        .seeAlso("scxvm(8)", "scxvm.conf(5)", "start_xvm(8)", "stop_xvm(8)");
  }

  /** Default and limits, in words. */
  private static String facts(RegistrationFile.Property property) {
    List<String> facts = new ArrayList<>();
    String initial = property.value("DEFAULT");
    facts.add(
        property.words().contains("DEFAULT")
            ? "Default: " + (initial.isEmpty() ? "empty" : initial)
            : "It must be given");
    if (!property.value("MIN").isEmpty()) {
      facts.add("at least " + property.value("MIN"));
    }
    if (!property.value("MAX").isEmpty()) {
      facts.add("at most " + property.value("MAX"));
    }
    String tunable = property.value("TUNABLE");
    if (!tunable.isEmpty()) {
      facts.add("can be changed: " + tunable.replace('_', ' ').toLowerCase(Locale.ROOT));
    }
    return String.join("; ", facts);
  }

  // ---- the configuration file

  private ManualPage configuration() {
    ManualPage page =
        new ManualPage("scxvm.conf", 5, "settings of a node for scxvm")
            .section("DESCRIPTION")
            .says(
                "/opt/SUNWscxvm/etc/scxvm.conf is a file of Java properties in UTF-8, one"
                    + " KEY=VALUE a line; # begins a comment. What stands on the command line or in"
                    + " the properties of the resource goes before it. A key that is not known, or a"
                    + " value that is not accepted, is an error.")
            .section("KEYS");
    for (Setting setting : Setting.values()) {
      setting
          .key()
          .ifPresent(
              key ->
                  page.entry(
                      key,
                      setting
                              .property()
                              .map(name -> properties.getOrDefault(name, ""))
                              .orElseGet(() -> OF_THE_FILE.getOrDefault(setting, ""))
                          + setting.builtIn().map(it -> ". Default: " + it).orElse("")));
    }
    return page.entry("peer.uri.NODE", "peer.uri for one node that the template does not fit")
        .section("FILES")
        .entry("/opt/SUNWscxvm/etc/scxvm.conf", "As delivered it sets nothing")
        .seeAlso("scxvm(8)", "SUNW.xvm(5)");
  }
}
