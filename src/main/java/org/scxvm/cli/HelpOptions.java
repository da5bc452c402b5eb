package org.scxvm.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code --help} and {@code --version}. picocli's own mixin has annotations, and to read them takes
 * longer than all the rest of a command line.
 */
final class HelpOptions {

  private HelpOptions() {}

  /** A subcommand, or the program, with these options. */
  static CommandSpec named(String name) {
    return CommandSpec.create()
        .name(name)
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }
}
