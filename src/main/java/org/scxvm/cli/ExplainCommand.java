package org.scxvm.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.message.Catalogue;
import org.scxvm.message.Message;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code explain}: what a message means and what to do, for whoever reads the log at night. */
final class ExplainCommand {

  static final String NAME = "explain";

  /** An id alone, or as it stands in a line of the log. */
  private static final Pattern ID =
      Pattern.compile("(?:.*\\[ID )?(\\d{6})(?: [a-z0-9.]+)?(?:\\].*)?");

  private final PrintWriter out;
  private final PrintWriter err;

  ExplainCommand(PrintWriter out, PrintWriter err) {
    this.out = out;
    this.err = err;
  }

  static CommandSpec spec() {
    CommandSpec spec = HelpOptions.named(NAME);
    spec.usageMessage().description("Says what a message means and what to do about it.");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("ID")
            .description("the id of a message, or a line of the log; without one all are listed")
            .type(String.class)
            .arity("0..1")
            .build());
    return spec;
  }

  int run(ParseResult parsed) {
    String word = parsed.matchedPositionalValue(0, "").strip();
    if (word.isEmpty()) {
      Catalogue.all().forEach(message -> out.println(headOf(message)));
      return ExitStatus.SUCCESS;
    }
    Matcher id = ID.matcher(word);
    if (!id.matches()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(), word + " is no id: expected six digits");
    }
    Optional<Message> message = Catalogue.find(Integer.parseInt(id.group(1)));
    if (message.isEmpty()) {
      err.println("no message has the id " + id.group(1));
      return ExitStatus.FAILURE;
    }
    explain(message.get());
    return ExitStatus.SUCCESS;
  }

  private void explain(Message message) {
    out.println(headOf(message));
    for (String line : List.of(message.entry().explanation(), "Do: " + message.entry().action())) {
      out.println("  " + line);
    }
  }

  private static String headOf(Message message) {
    return message.id() + " " + message.severity().word() + ": " + message.entry().format();
  }
}
