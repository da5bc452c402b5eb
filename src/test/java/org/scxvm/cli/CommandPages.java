package org.scxvm.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages of section 8: the program, its wrappers, and what registers a resource. */
final class CommandPages {

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

  List<ManualPage> all() {
    List<ManualPage> pages = new ArrayList<>();
    pages.add(program());
    METHODS.forEach((method, what) -> pages.add(method(method, what)));
    pages.add(monitor());
    pages.add(startUnderGds());
    pages.add(utility("xvm_register", "makes a resource for a libvirt domain", "xvm_remove(8)"));
    pages.add(utility("xvm_remove", "removes the resource of a libvirt domain", "xvm_register(8)"));
    return pages;
  }

  // ---- the program

  private static ManualPage program() {
    ManualPage page =
        new ManualPage("scxvm", 8, "keeps a libvirt domain alive under a cluster manager")
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
      own(page, command.options());
    }
    subcommand(page, MonitorCommand.spec());
    subcommand(page, ConvertCommand.spec());
    subcommand(page, ExplainCommand.spec());
    page.says("Those of Pacemaker, and of Serviceguard, are for their wrappers:");
    OcfAction.ALL.forEach(it -> page.entry(it.name(), it.description()));
    SgAction.ALL.forEach(it -> page.entry(it.name(), it.description()));
    page.section("OPTIONS")
        .says("Of all subcommands about a resource; each tells its own with --help.");
    options(page, ResourceArguments.spec(new TargetCommand()).options());
    return ending(
        exitStatus(page), "scxvm.conf(5)", "SUNW.xvm(5)", "start_xvm(8)", "xvm_register(8)");
  }

  private static void subcommand(ManualPage page, CommandSpec spec) {
    page.entry(spec.name(), description(spec));
    List<OptionSpec> options = new ArrayList<>(spec.options());
    options.removeIf(it -> it.usageHelp() || it.versionHelp());
    own(page, options);
  }

  /** What one subcommand has beside the options of all. */
  private static void own(ManualPage page, List<OptionSpec> options) {
    if (!options.isEmpty()) {
      page.within();
      options(page, options);
      page.end();
    }
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  // ---- the methods

  private static ManualPage method(String method, String what) {
    ResourceCommand command =
        AgentCommandLine.COMMANDS.stream()
            .filter(it -> it.name().equals(method))
            .findFirst()
            .orElseThrow();
    String name = method + "_xvm";
    ManualPage page =
        new ManualPage(name, 8, "the " + what + " of the resource type SUNW.xvm")
            .section("SYNOPSIS")
            .says("/opt/SUNWscxvm/bin/" + name + " -R RESOURCE [-T TYPE] [-G GROUP] [option ...]")
            .section("DESCRIPTION")
            .says(command.description())
            .says(
                "It is called by the RGM, or by hand to see what the RGM would see: add --debug 1"
                    + " for every decision. A setting that is not given stands in the properties of"
                    + " the resource, then in scxvm.conf(5).")
            .section("OPTIONS");
    options(page, ResourceArguments.spec(command).options());
    page.section("EXAMPLES")
        .example("/opt/SUNWscxvm/bin/" + name + " -R vm1-rs -G vm1-rg --debug 1; echo $?");
    return ending(exitStatus(page), "scxvm(8)", "scxvm.conf(5)", "SUNW.xvm(5)");
  }

  private static ManualPage monitor() {
    return ending(
        new ManualPage("monitor_xvm", 8, "the fault monitor of a node, for all its domains")
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
        "monitor_stop_xvm(8)");
  }

  private static void options(ManualPage page, List<OptionSpec> options) {
    for (OptionSpec option : options) {
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

  // ---- the RGM

  private static ManualPage startUnderGds() {
    return ending(
        new ManualPage("gds_start", 8, "the Start_command of a resource of SUNW.gds")
            .section("SYNOPSIS")
            .says("/opt/SUNWscxvm/bin/gds_start -R RESOURCE -G GROUP [option ...]")
            .section("DESCRIPTION")
            .says(
                "SUNW.gds runs Start_command under the Process Monitor Facility, and takes it"
                    + " for failed if it leaves no process; a domain leaves none. So this is"
                    + " start_xvm(8), with the same words, and after it a process stays that"
                    + " does nothing until Start_timeout is over; the facility is told to"
                    + " watch no more. Written into a resource by xvm_register(8)."),
        "start_xvm(8)",
        "xvm_register(8)");
  }

  /** Its usage is its page. */
  private static ManualPage utility(String name, String what, String other) {
    UsageText usage = UsageText.of(name);
    ManualPage page =
        new ManualPage(name, 8, what)
            .section("SYNOPSIS")
            .says("/opt/SUNWscxvm/util/" + usage.synopsis())
            .section("DESCRIPTION");
    usage.paragraphs().forEach(page::says);
    page.section("OPTIONS");
    usage.options().forEach(page::entry);
    return page.section("EXIT STATUS")
        .entry("0", "Done, or nothing to do")
        .entry("1", "Refused or failed, as it says")
        .entry("2", "The command line is wrong")
        .section("ENVIRONMENT")
        .entry("SCXVM_CLUSTER_BIN", "The folder of the cluster's commands")
        .section("FILES")
        .entry("/opt/SUNWscxvm/util/xvm_config", "What can be configured, with comments")
        .entry("/opt/SUNWscxvm/etc/adopted", "Which domains the resources of 2008 are for")
        .seeAlso(other, "scxvm(8)", "SUNW.xvm(5)");
  }
}
