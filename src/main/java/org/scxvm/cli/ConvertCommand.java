package org.scxvm.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.convert.Conversion;
import org.scxvm.convert.ConvertResources;
import org.scxvm.convert.Site;
import org.scxvm.definition.ConfiguredFile;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands.Ended;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code convert}: makes resources of ocf:heartbeat:VirtualDomain such of ocf:scxvm:domain; without
 * {@code --apply} it only tells what it would do.
 */
final class ConvertCommand {

  static final String NAME = "convert";

  private static final Logger LOG = LoggerFactory.getLogger(ConvertCommand.class);

  private static final String AGENT = "/usr/lib/ocf/resource.d/scxvm/domain";

  private static final String APPLY = "--apply";
  private static final String FOLDER = "--domain-pathname";

  /** What was known by the old agent would have Pacemaker restart what runs. */
  private static final String NEXT =
      "Now: crm_resource --refresh; when all are seen: crm_attribute -n maintenance-mode -v false";

  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Adapters adapters;
  private final PrintWriter out;
  private final PrintWriter err;

  ConvertCommand(Adapters adapters, PrintWriter out, PrintWriter err) {
    this.adapters = adapters;
    this.out = out;
    this.err = err;
  }

  static CommandSpec spec() {
    CommandSpec spec = HelpOptions.named(NAME);
    spec.usageMessage()
        .description("Makes resources of Pacemaker's VirtualDomain such of ocf:scxvm:domain.");
    spec.addOption(
        OptionSpec.builder(APPLY)
            .type(boolean.class)
            .description("do it; the cluster must be in maintenance mode")
            .build());
    spec.addOption(
        OptionSpec.builder(FOLDER)
            .type(String.class)
            .paramLabel("FOLDER")
            .description("the folder on shared storage for their records")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("RESOURCE")
            .description("only these; without one, all of them")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .build());
    return spec;
  }

  /** Something went wrong that a person has to be told in one line. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String words) {
      super(words);
    }
  }

  int run(ParseResult parsed) {
    Deadline deadline = Deadline.in(adapters.time(), LIMIT);
    Optional<String> folder = Optional.ofNullable(parsed.matchedOptionValue(FOLDER, (String) null));
    List<String> wanted = parsed.matchedPositionalValue(0, List.of());
    boolean apply = parsed.hasMatchedOption(APPLY);
    try {
      if (folder.filter(path -> !path.startsWith("/")).isPresent()) {
        throw new Refused(FOLDER + "=" + folder.get() + ": expected an absolute path");
      }
      if (apply) {
        mustBeHere();
        mustBeInMaintenance(deadline);
      }
      String resources = output(deadline, "cibadmin", "-Q", "-o", "resources");
      List<Conversion> conversions =
          new ConvertResources(site(folder, deadline)).convert(resources);
      return told(wanted, conversions, apply, deadline);
    } catch (Refused | IllegalArgumentException e) {
      err.println(e.getMessage());
      return ExitStatus.FAILURE;
    }
  }

  private Site site(Optional<String> folder, Deadline deadline) throws Refused {
    boolean placedByUtilization =
        !option("placement-strategy", "default", deadline).equals("default");
    return new Site(
        folder,
        placedByUtilization,
        hypervisor(deadline),
        path -> ConfiguredFile.at(path, at -> adapters.folders().at(at, deadline)));
  }

  /** What VirtualDomain takes where no parameter says another one. */
  private String hypervisor(Deadline deadline) {
    try {
      return adapters.commands().output(List.of("virsh", "--quiet", "uri"), deadline).strip();
    } catch (CommandException e) {
      LOG.debug("virsh: {}", e.getMessage());
      return "qemu:///system";
    }
  }

  private int told(
      List<String> wanted, List<Conversion> conversions, boolean apply, Deadline deadline)
      throws Refused {
    List<Conversion> chosen =
        conversions.stream()
            .filter(each -> wanted.isEmpty() || wanted.contains(each.resource()))
            .toList();
    if (chosen.isEmpty() || chosen.size() < wanted.size()) {
      throw new Refused(
          "resources of ocf:heartbeat:VirtualDomain here: "
              + conversions.stream().map(Conversion::resource).toList());
    }
    for (Conversion each : chosen) {
      tell(each, apply, deadline);
    }
    out.println(apply ? NEXT : "Nothing was changed; with " + APPLY + " it is.");
    return chosen.stream().allMatch(Conversion::isPossible)
        ? ExitStatus.SUCCESS
        : ExitStatus.FAILURE;
  }

  private void tell(Conversion each, boolean apply, Deadline deadline) throws Refused {
    if (!each.isPossible()) {
      out.println(each.resource() + " stays as it is:");
      each.refusals().forEach(words -> out.println("  " + words));
      return;
    }
    if (apply) {
      output(deadline, "cibadmin", "-R", "-o", "resources", "-X", each.xml());
    }
    out.println(each.resource() + (apply ? " is converted:" : " would be converted:"));
    each.changes().forEach(words -> out.println("  " + words));
  }

  /** A node without the agent has Pacemaker think that the domain does not run there. */
  private void mustBeHere() throws Refused {
    if (!adapters.commands().isThere(AGENT)) {
      throw new Refused("there is no " + AGENT + " on this node; each node needs it before this");
    }
  }

  /**
   * Otherwise Pacemaker would stop the domain with the old agent, and start it with the new one.
   */
  private void mustBeInMaintenance(Deadline deadline) throws Refused {
    if (!option("maintenance-mode", "false", deadline).equals("true")) {
      throw new Refused(
          "the cluster is not in maintenance mode, and would restart the domains:"
              + " crm_attribute -n maintenance-mode -v true");
    }
  }

  /** What the cluster has set; what it takes if it has not. */
  private String option(String name, String otherwise, Deadline deadline) throws Refused {
    return output(deadline, "crm_attribute", "-q", "-n", name, "-G", "-d", otherwise).strip();
  }

  private String output(Deadline deadline, String... words) throws Refused {
    try {
      Ended ended = adapters.commands().run(List.of(words), deadline);
      if (ended.status() != 0) {
        throw new Refused(
            words[0] + " has ended with " + ended.status() + ": " + ended.err().strip());
      }
      return ended.out();
    } catch (CommandException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }
}
