package org.scxvm.cli;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scxvm.cluster.Clusters;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingSource;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The words after a subcommand's name: the four options that the RGM gives, the settings by hand,
 * and what is the subcommand's own.
 *
 * @param identity the resource
 * @param settings the settings that stand on the command line
 * @param view how the subcommand sees the cluster
 * @param parsed all words
 */
record ResourceArguments(
    ResourceIdentity identity,
    SettingSource settings,
    UnaryOperator<Clusters> view,
    ParseResult parsed) {

  /** What picocli needs to know to read them. */
  static CommandSpec spec(ResourceCommand command) {
    CommandSpec spec = HelpOptions.named(command.name());
    spec.usageMessage().description(command.description());
    spec.addOption(option("-R", "RESOURCE", "the resource").required(true).build());
    spec.addOption(option("-T", "TYPE", "its type, with the version").build());
    spec.addOption(option("-G", "GROUP", "its resource group").build());
    spec.addOption(option("-Z", "ZONE", "the zone whose group it is").build());
    command.options().forEach(spec::addOption);
    for (Setting setting : Setting.values()) {
      setting
          .option()
          .ifPresent(option -> spec.addOption(option(option, "VALUE", placeOf(setting)).build()));
    }
    return spec;
  }

  /** A name that cannot be one is a wrong command line, too. */
  static ResourceArguments of(ResourceCommand command, ParseResult parsed, CommandLine line) {
    try {
      ResourceIdentity identity =
          new ResourceIdentity(
              new ResourceName(value(parsed, "-R").orElse("")),
              value(parsed, "-T"),
              value(parsed, "-G"),
              value(parsed, "-Z"));
      return new ResourceArguments(
          identity,
          new SettingSource(
              "command line", setting -> setting.option().flatMap(option -> value(parsed, option))),
          command instanceof ProposalCommand proposal
              ? proposal.view(parsed)
              : UnaryOperator.identity(),
          parsed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(line, String.valueOf(e.getMessage()), e);
    }
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(description);
  }

  private static String placeOf(Setting setting) {
    return "in place of "
        + setting
            .property()
            .map(property -> "property " + property)
            .or(() -> setting.key().map(key -> "key " + key + " of the configuration file"))
            .orElse("the built-in value");
  }

  private static Optional<String> value(ParseResult parsed, String option) {
    String none = "";
    return Optional.of(parsed.matchedOptionValue(option, none)).filter(text -> !text.isEmpty());
  }
}
