package org.scxvm.commandlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.scxvm.scenario.AgentInWorld;

/**
 * What {@code target} makes of a command log: group vm1-rg on node1, nodes node1 to node3. {@code
 * commands.txt} has one running command a line, {@code logs.txt} whole logs. With {@code
 * -Dscenarios.accept=true} the answers are written anew: the diff is the review.
 */
class TargetOfLogTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "commandlog");
  private static final String ARROW = " => ";
  private static final String ANSWER = "=> ";
  private static final String JUST_NOW = "11/22/2026 06:21:58 node1 4242 root START - ";

  private static final List<String> WORLD =
      List.of(
          "domain here = running",
          "property Failover_type = migrate",
          "switch to = cannot tell",
          "node list = node1, node2, node3");

  private static final Pattern SAID =
      Pattern.compile(
          "^ *[0-9.]+ notice +(Target host not found|Node is being evacuated|Target host \\S+ not"
              + " matched|Domain vm1 is not migrated: )(.*)$",
          Pattern.MULTILINE);

  private static final Pattern CAUSE =
      Pattern.compile("^ *[0-9.]+ notice +Cause of message \\d+: (.*)$", Pattern.MULTILINE);

  /** One case: what the log says, and what the agent says to it. */
  private record Case(String title, List<String> given, List<String> words, List<String> log) {

    String play(boolean unfinished) {
      AgentInWorld agent = new AgentInWorld(given.toArray(new String[0]));
      List<String> call = new ArrayList<>(List.of("target", "-R", "vm1-rs", "-G", "vm1-rg"));
      call.addAll(words);
      int status = agent.logged(log, unfinished).run(call.toArray(new String[0]));
      if (status == 0) {
        assertEquals("", agent.err());
        return agent.out().strip();
      }
      assertEquals(1, status, agent::story);
      assertEquals("", agent.out());
      return said(agent.story());
    }
  }

  private static String said(String story) {
    Matcher message = SAID.matcher(story);
    assertEquals(1, message.results().count(), story);
    message.reset();
    assertFalse(!message.find());
    Matcher cause = CAUSE.matcher(story);
    String reason = cause.find() ? cause.group(1) : message.group(2);
    return switch (message.group(1).substring(0, 6)) {
      case "Node i" -> "evacuated: " + reason;
      case "Domain" -> "not migrated: " + reason;
      default ->
          message.group(1).endsWith("found") ? "none: " + reason : "not in the list: " + reason;
    };
  }

  @TestFactory
  Stream<DynamicTest> commands() throws IOException {
    Path file = FOLDER.resolve("commands.txt");
    List<String> lines = Files.readAllLines(file);
    if (Boolean.getBoolean("scenarios.accept")) {
      Files.write(file, lines.stream().map(TargetOfLogTest::answered).toList());
      return Stream.empty();
    }
    return lines.stream()
        .filter(TargetOfLogTest::isCase)
        .map(line -> DynamicTest.dynamicTest(line, () -> assertEquals(line, answered(line))));
  }

  private static boolean isCase(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private static String answered(String line) {
    if (!isCase(line)) {
      return line;
    }
    int arrow = line.indexOf(ARROW);
    String command = arrow < 0 ? line : line.substring(0, arrow);
    Case it = new Case(command, WORLD, List.of(), List.of(JUST_NOW + command.strip()));
    String told = "command " + command.strip() + " (process 4242 on node1)";
    return command
        + ARROW
        + it.play(false).replace(told, "it").replace("/var/cluster/logs/commandlog", "the log");
  }

  @TestFactory
  Stream<DynamicTest> logs() throws IOException {
    Path file = FOLDER.resolve("logs.txt");
    List<String> blocks = List.of(Files.readString(file).strip().split("\n\n+", -1));
    if (Boolean.getBoolean("scenarios.accept")) {
      List<String> answers = blocks.stream().map(TargetOfLogTest::answeredBlock).toList();
      Files.writeString(file, String.join("\n\n", answers) + "\n");
      return Stream.empty();
    }
    return blocks.stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.lines().findFirst().orElseThrow(),
                    () -> assertEquals(block, answeredBlock(block))));
  }

  private static String answeredBlock(String block) {
    List<String> given = new ArrayList<>(WORLD);
    List<String> words = new ArrayList<>();
    List<String> log = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    boolean unfinished = false;
    for (String line : block.lines().toList()) {
      if (line.startsWith(ANSWER)) {
        continue;
      }
      kept.add(line);
      if (line.startsWith("given ")) {
        given.add(line.substring("given ".length()));
      } else if (line.startsWith("now ")) {
        words.addAll(List.of("--now", line.substring("now ".length())));
      } else if (line.equals("--commandlog")) {
        words.addAll(List.of(line, "/a/log"));
      } else if (line.startsWith("-Z ")) {
        words.addAll(List.of("-Z", line.substring("-Z ".length())));
      } else if (line.equals("(no line end)")) {
        unfinished = true;
      } else if (line.startsWith("| ")) {
        log.add(line.substring(2).replace("\\0", "\0").replace("\\r", "\r"));
      } else if (!line.startsWith("#")) {
        throw new AssertionError("no line of a case: " + line);
      }
    }
    Case it = new Case(kept.get(0), given, words, log);
    return String.join("\n", kept) + "\n" + ANSWER + it.play(unfinished);
  }
}
