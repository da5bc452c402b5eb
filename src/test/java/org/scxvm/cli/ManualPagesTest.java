package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scxvm.config.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual pages: what they say of options is what {@code --help} says, of properties what the
 * registration file says. {@code -Dmanual.accept=true} writes them anew.
 */
class ManualPagesTest {

  private static final Path FOLDER = Path.of("packaging/man");

  /** Wrapper, and what it is to the cluster manager. */
  private static final Map<String, String> METHODS =
      new TreeMap<>(
          Map.of(
              "start", "Start method",
              "stop", "Stop method",
              "probe", "probe",
              "validate", "Validate method",
              "monitor_check", "Monitor_check method",
              "monitor_start", "Monitor_start method",
              "monitor_stop", "Monitor_stop method",
              "update", "Update method"));

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

  private static final String BUILT = dayOfRelease();

  private final Map<String, String> properties = propertyDescriptions();

  @Test
  void theyAreWhatTheProgramSays() throws IOException {
    Map<String, String> pages = pages();
    if (Boolean.getBoolean("manual.accept")) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
      }
    }
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        written.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    assertEquals(pages, written, "write them anew with -Dmanual.accept=true");
  }

  @Test
  void eachPropertyHasADescription() {
    for (Setting setting : Setting.values()) {
      setting
          .property()
          .ifPresent(name -> assertFalse(properties.getOrDefault(name, "").isEmpty(), name));
    }
  }

  private Map<String, String> pages() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    pages.put("scxvm.8", program());
    METHODS.forEach((method, what) -> pages.put(method + "_xvm.8", method(method, what)));
    pages.put("monitor_xvm.8", monitor());
    pages.put("SUNW.xvm.5", resourceType());
    pages.put("scxvm.conf.5", configuration());
    return pages;
  }

  /** Of the day of the release, as all that is built. */
  private static ManualPage page(String name, int section, String what) {
    return new ManualPage(name, section, BUILT, what);
  }

  // ---- the program

  private static String program() {
    ManualPage page =
        page("scxvm", 8, "keeps a libvirt domain alive under a cluster manager")
            .section("SYNOPSIS")
            .says("scxvm SUBCOMMAND [-R RESOURCE] [-G GROUP] [option ...]")
            .section("DESCRIPTION")
            .says(
                "scxvm is called by a cluster manager to start, stop, check and move a libvirt"
                    + " domain (a virtual machine): by the RGM through the wrappers start_xvm(8) and"
                    + " so on, by Pacemaker as ocf:scxvm:domain, by Serviceguard as an external"
                    + " script. People call it to see what the cluster would see. It never takes a"
                    + " domain whose state nobody can tell for one that is stopped.")
            .section("SUBCOMMANDS");
    for (ResourceCommand command : AgentCommandLine.COMMANDS) {
      page.entry(command.name(), command.description());
    }
    page.entry(MonitorCommand.NAME, description(MonitorCommand.spec()));
    page.entry(ConvertCommand.NAME, description(ConvertCommand.spec()));
    page.entry(ExplainCommand.NAME, description(ExplainCommand.spec()));
    page.says("Those of Pacemaker, and of Serviceguard, are for their wrappers:");
    OcfAction.ALL.forEach(it -> page.entry(it.name(), it.description()));
    SgAction.ALL.forEach(it -> page.entry(it.name(), it.description()));
    page.section("OPTIONS")
        .says("Of all subcommands about a resource; each tells its own with --help.");
    options(page, ResourceArguments.spec(new TargetCommand()));
    return ending(exitStatus(page), "scxvm.conf(5)", "SUNW.xvm(5)", "start_xvm(8)").page();
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  // ---- the methods

  private static String method(String method, String what) {
    ResourceCommand command =
        AgentCommandLine.COMMANDS.stream()
            .filter(it -> it.name().equals(method))
            .findFirst()
            .orElseThrow();
    String name = method + "_xvm";
    ManualPage page =
        page(name, 8, "the " + what + " of the resource type SUNW.xvm")
            .section("SYNOPSIS")
            .says("/opt/SUNWscxvm/bin/" + name + " -R RESOURCE [-T TYPE] [-G GROUP] [option ...]")
            .section("DESCRIPTION")
            .says(command.description())
            .says(
                "It is called by the RGM, or by hand to see what the RGM would see: add --debug 1"
                    + " for every decision. A setting that is not given stands in the properties of"
                    + " the resource, then in scxvm.conf(5).")
            .section("OPTIONS");
    options(page, ResourceArguments.spec(command));
    page.section("EXAMPLES")
        .example("/opt/SUNWscxvm/bin/" + name + " -R vm1-rs -G vm1-rg --debug 1; echo $?");
    return ending(exitStatus(page), "scxvm(8)", "scxvm.conf(5)", "SUNW.xvm(5)").page();
  }

  private static String monitor() {
    return ending(
            page("monitor_xvm", 8, "the fault monitor of a node, for all its domains")
                .section("SYNOPSIS")
                .says("/opt/SUNWscxvm/bin/monitor_xvm")
                .section("DESCRIPTION")
                .says(description(MonitorCommand.spec()))
                .says(
                    "It is run by the Process Monitor Facility, begun by the first"
                        + " monitor_start_xvm(8) of the node and ended by the last"
                        + " monitor_stop_xvm(8)."),
            "scxvm(8)",
            "monitor_start_xvm(8)",
            "monitor_stop_xvm(8)")
        .page();
  }

  private static void options(ManualPage page, CommandSpec spec) {
    for (OptionSpec option : spec.options()) {
      String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
      page.entry(String.join(", ", option.names()) + label, String.join(" ", option.description()));
    }
  }

  private static ManualPage exitStatus(ManualPage page) {
    return page.section("EXIT STATUS")
        .entry("0", "Done; of a probe: up, or unknown. Of a check: accepted")
        .entry("1", "Failed, or refused; of a probe: never")
        .entry("2", "The command line, or of a probe a setting, is wrong")
        .entry("3", "Something unforeseen, no Java or no JAR; whoever called takes it for failed")
        .entry("100", "Of a probe: down, for certain");
  }

  private static ManualPage ending(ManualPage page, String... others) {
    return page.section("ENVIRONMENT")
        .entry("SCXVM_CONF", "Another configuration file than /opt/SUNWscxvm/etc/scxvm.conf")
        .entry("JAVA_HOME", "The Java runtime; otherwise the newest one, from 17 on")
        .entry("SCXVM_JAVA_OPTS", "Further words for the Java runtime")
        .entry("SCXVM_CACHE", "The folder for what makes a start faster; empty: none")
        .section("FILES")
        .entry("/opt/SUNWscxvm/etc/scxvm.conf", "Settings of this node")
        .entry("/var/opt/SUNWscxvm", "What makes a start faster; can be removed at any time")
        .entry("/var/run/scxvm", "Lock files and notes of this node")
        .seeAlso(others);
  }

  // ---- the resource type

  private static String resourceType() {
    ManualPage page =
        page("SUNW.xvm", 5, "resource type for libvirt domains")
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
        .seeAlso("scxvm(8)", "scxvm.conf(5)", "start_xvm(8)", "stop_xvm(8)")
        .page();
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

  private static String dayOfRelease() {
    try {
      return Pattern.compile("<project.build.outputTimestamp>(\\d{4}-\\d\\d-\\d\\d)T")
          .matcher(Files.readString(Path.of("pom.xml")))
          .results()
          .map(it -> it.group(1))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> propertyDescriptions() {
    Map<String, String> descriptions = new TreeMap<>();
    RegistrationFile.properties()
        .forEach(it -> descriptions.put(it.name(), it.value("DESCRIPTION")));
    return descriptions;
  }

  // ---- the configuration file

  private String configuration() {
    ManualPage page =
        page("scxvm.conf", 5, "settings of a node for scxvm")
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
        .seeAlso("scxvm(8)", "SUNW.xvm(5)")
        .page();
  }
}
