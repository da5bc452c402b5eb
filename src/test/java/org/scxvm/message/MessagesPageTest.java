package org.scxvm.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of all messages is the catalogue, in the order of the ids. With {@code
 * -Dmessages.accept=true} it is written anew.
 */
class MessagesPageTest {

  private static final Path PAGE = Path.of("src/site/markdown/messages.md");

  private static final String HEAD =
      """
      # Messages

      All messages of the agent, by id. A line of the log has the id as `[ID nnnnnn daemon.level]`; `scxvm explain ID`
      prints the same at a terminal. `%s` stands for a name or a value.

      """;

  @Test
  void thePageIsTheCatalogue() throws IOException {
    String page =
        Catalogue.all().stream()
            .sorted(Comparator.comparingInt(Message::id))
            .map(MessagesPageTest::chapter)
            .collect(Collectors.joining("\n", HEAD, ""));
    if (Boolean.getBoolean("messages.accept")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(Files.readString(PAGE), page, "write it anew with -Dmessages.accept=true");
  }

  private static String chapter(Message message) {
    Message.Entry entry = message.entry();
    return String.format(
        "## %d%n%n%s: `%s`%n%n%s%n%nAction: %s%n",
        message.id(), entry.severity().word(), entry.format(), entry.explanation(), entry.action());
  }
}
