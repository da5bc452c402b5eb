package org.scxvm.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scxvm.config.LogTarget;
import org.scxvm.message.AgentMessage;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the agent: words in, exit status out. */
public final class AgentCommandLine {

  private static final String NAME = "scxvm";

  /** The subcommand that stays until it is told to end, for all resources of a node. */
  public static final String STAYS = MonitorCommand.NAME;

  /** Those about one resource, as the RGM and people call them. */
  static final List<ResourceCommand> COMMANDS =
      List.of(
          new StartCallback(),
          new StopCallback(),
          new ProbeCallback(),
          new ValidateCallback(),
          new MonitorCheckCallback(),
          new UpdateCallback(),
          new MonitorStartCallback(),
          new MonitorStopCallback(),
          new TargetCommand(),
          new RecoverCommand(),
          new PreflightCommand(),
          new StatusCommand());

  private final Adapters adapters;
  private final IVersionProvider version;

  /**
   * Makes a command line.
   *
   * @param version what {@code --version} prints; to know it the JAR has to be opened
   */
  public AgentCommandLine(Adapters adapters, Supplier<String> version) {
    this.adapters = adapters;
    this.version = () -> new String[] {version.get()};
  }

  /** Whether a subcommand stays until it is told to end. */
  public static boolean stays(String name) {
    return name.equals(STAYS) || name.equals(SgAction.MONITOR);
  }

  /** Runs the agent; returns one of {@link ExitStatus}. */
  public int run(PrintWriter out, PrintWriter err, String... words) {
    Optional<ResourceCommand> called = words.length == 0 ? Optional.empty() : command(words[0]);
    try {
      return called.isPresent()
          ? run(called.get(), out, err, Arrays.copyOfRange(words, 1, words.length))
          : runOther(out, err, words);
    } catch (ParameterException e) {
      return wrong(e, err);
    }
  }

  private static Optional<ResourceCommand> command(String name) {
    for (ResourceCommand command :
        commands(name)) { // a stream here would be the first of the program
      if (command.name().equals(name)) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** Those of other dialects are made only if one is called: each takes a while. */
  private static List<? extends ResourceCommand> commands(String name) {
    if (name.startsWith(SgAction.PREFIX)) {
      return SgAction.ALL;
    }
    return name.startsWith(OcfAction.PREFIX) ? OcfAction.ALL : COMMANDS;
  }

  /** A subcommand by itself: to make all of them known to picocli takes longer than its call. */
  private int run(ResourceCommand command, PrintWriter out, PrintWriter err, String... words) {
    CommandSpec spec = ResourceArguments.spec(command).versionProvider(version);
    CommandLine line = line(spec.name(NAME + " " + command.name()), out, err);
    ParseResult parsed = line.parseArgs(words);
    if (CommandLine.executeHelpRequest(parsed) != null) {
      return ExitStatus.SUCCESS;
    }
    ResourceArguments arguments = ResourceArguments.of(command, parsed, line);
    return new ResourceCommandRun(adapters, out, err).run(command, arguments);
  }

  private int runOther(PrintWriter out, PrintWriter err, String... words) {
    CommandLine line = line(spec(), out, err);
    ParseResult parsed = line.parseArgs(words);
    if (CommandLine.executeHelpRequest(parsed) != null) {
      return ExitStatus.SUCCESS;
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(line, "a subcommand is needed");
    }
    ParseResult other = parsed.subcommand();
    return switch (other.commandSpec().name()) {
      case MonitorCommand.NAME -> new MonitorCommand(adapters, err).run();
      case ConvertCommand.NAME -> new ConvertCommand(adapters, out, err).run(other);
      default -> new ExplainCommand(out, err).run(other);
    };
  }

  private static CommandLine line(CommandSpec spec, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(spec).setOut(out).setErr(err);
    return line.setExpandAtFiles(false); // a resource named @x is a name, not a file
  }

  /** One line for the person who typed it; syslog for the one who comes later. */
  private int wrong(ParameterException e, PrintWriter err) {
    String[] called = e.getCommandLine().getCommandSpec().qualifiedName().split(" ", 2);
    String words = String.valueOf(e.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    adapters
        .reporting()
        .open(ident(called[called.length - 1]), Set.of(LogTarget.SYSLOG), err)
        .say(AgentMessage.WRONG_COMMAND_LINE, words);
    err.println(words + "; try: " + String.join(" ", called) + " --help");
    err.flush();
    return ExitStatus.WRONG_COMMAND_LINE;
  }

  private static String ident(String method) {
    return "SC[SUNWscxvm." + method + "]:??:??";
  }

  /** All that a person can call, with what each of them takes. */
  CommandSpec spec() {
    CommandSpec root = HelpOptions.named(NAME).versionProvider(version);
    root.usageMessage()
        .description("Keeps a libvirt domain alive under a cluster manager.")
        .synopsisSubcommandLabel("SUBCOMMAND");
    COMMANDS.forEach(it -> root.addSubcommand(it.name(), ResourceArguments.spec(it)));
    root.addSubcommand(MonitorCommand.NAME, MonitorCommand.spec().versionProvider(version));
    root.addSubcommand(ConvertCommand.NAME, ConvertCommand.spec().versionProvider(version));
    root.addSubcommand(ExplainCommand.NAME, ExplainCommand.spec().versionProvider(version));
    return root;
  }
}
