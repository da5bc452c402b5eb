package org.scxvm.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.scxvm.config.LogTarget;
import org.scxvm.message.AgentMessage;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line of the agent: words in, exit status out. */
public final class AgentCommandLine {

  private static final List<ResourceCommand> COMMANDS =
      List.of(
          new StartCallback(),
          new StopCallback(),
          new ProbeCallback(),
          new ValidateCallback(),
          new MonitorCheckCallback(),
          new UpdateCallback(),
          new TargetCommand(),
          new RecoverCommand(),
          new PreflightCommand(),
          new StatusCommand());

  private final Adapters adapters;
  private final String version;

  /**
   * Makes a command line.
   *
   * @param version what {@code --version} prints
   */
  public AgentCommandLine(Adapters adapters, String version) {
    this.adapters = adapters;
    this.version = version;
  }

  /** Runs the agent; returns one of {@link ExitStatus}. */
  public int run(PrintWriter out, PrintWriter err, String... words) {
    CommandLine line = new CommandLine(spec()).setOut(out).setErr(err);
    line.setExpandAtFiles(false); // a resource named @x is a name, not a file
    try {
      ParseResult parsed = line.parseArgs(words);
      Integer helped = CommandLine.executeHelpRequest(parsed);
      if (helped != null) {
        return ExitStatus.SUCCESS;
      }
      if (!parsed.hasSubcommand()) {
        throw new ParameterException(line, "a subcommand is needed");
      }
      return call(parsed.subcommand(), out, err);
    } catch (ParameterException e) {
      return wrong(e, err);
    }
  }

  private int call(ParseResult parsed, PrintWriter out, PrintWriter err) {
    CommandLine line = parsed.commandSpec().commandLine();
    if (parsed.commandSpec().name().equals(ExplainCommand.NAME)) {
      return new ExplainCommand(out, err).run(parsed);
    }
    String name = parsed.commandSpec().name();
    ResourceCommand command =
        COMMANDS.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    ResourceArguments arguments = ResourceArguments.of(command, parsed, line);
    return new ResourceCommandRun(adapters, out, err).run(command, arguments);
  }

  /** One line for the person who typed it; syslog for the one who comes later. */
  private int wrong(ParameterException e, PrintWriter err) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String words = String.valueOf(e.getMessage()).strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    adapters
        .reporting()
        .open("SC[SUNWscxvm." + spec.name() + "]:??:??", Set.of(LogTarget.SYSLOG), err)
        .say(AgentMessage.WRONG_COMMAND_LINE, words);
    err.println(
        words + "; try: scxvm " + (spec.parent() == null ? "" : spec.name() + " ") + "--help");
    err.flush();
    return ExitStatus.WRONG_COMMAND_LINE;
  }

  private CommandSpec spec() {
    CommandSpec root = CommandSpec.create().name("scxvm").mixinStandardHelpOptions(true);
    root.version(version);
    root.usageMessage()
        .description("Keeps a libvirt domain alive under a cluster manager.")
        .synopsisSubcommandLabel("SUBCOMMAND");
    COMMANDS.forEach(
        command ->
            root.addSubcommand(command.name(), ResourceArguments.spec(command).version(version)));
    root.addSubcommand(ExplainCommand.NAME, ExplainCommand.spec().version(version));
    return root;
  }
}
