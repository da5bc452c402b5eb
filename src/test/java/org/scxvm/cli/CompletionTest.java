package org.scxvm.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.scxvm.scenario.AgentInWorld;
import picocli.AutoComplete;
import picocli.CommandLine;

/** What bash completes, as picocli writes it; {@code -Dcompletion.accept=true} writes it anew. */
class CompletionTest {

  private static final Path FILE = Path.of("packaging/completion/scxvm.bash");

  @Test
  void itHasAllWordsOfTheCommandLine() throws IOException {
    AgentCommandLine agent = new AgentCommandLine(new AgentInWorld(), () -> "");
    String script = AutoComplete.bash("scxvm", new CommandLine(agent.spec()));
    script = script.substring(script.indexOf('\n') + 1); // it is sourced, so it names no shell
    if (Boolean.getBoolean("completion.accept")) {
      Files.writeString(FILE, script);
    }
    assertEquals(script, Files.readString(FILE));
  }
}
