package org.scxvm.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Catalogue;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Message;
import org.scxvm.message.MonitorMessage;
import org.scxvm.message.ServiceguardMessage;

/** A message that no story plays is one whose moment nobody has thought through. */
class EveryMessageIsPlayedTest {

  /** Nobody writes these yet, or ever; they are kept for their ids. */
  private static final List<Message> OF_OTHER_METHODS =
      List.of(AncestorMessage.MOVE_TIMED_OUT_2008, AncestorMessage.DEBUG_TEXT);

  /** Said before a use case begins; the tests of the command line hear them. */
  private static final List<Message> OF_THE_COMMAND_LINE =
      List.of(
          AncestorMessage.INVALID_FAILOVER_TYPE,
          AgentMessage.WRONG_COMMAND_LINE,
          AgentMessage.NOT_HANDED_OVER,
          FindingMessage.NO_RECORDS,
          AgentMessage.LOCKED,
          AgentMessage.NO_LOCK,
          AgentMessage.UNFORESEEN,
          AgentMessage.INTERRUPTED,
          AgentMessage.SETTINGS_REMEMBERED,
          AgentMessage.UTILIZATION_NOT_SET,
          AgentMessage.SETTING_CHANGED,
          AgentMessage.NO_SETTING_CHANGED,
          AgentMessage.SETTINGS_NOT_KNOWN_BEFORE,
          AgentMessage.SETTINGS_NOT_NOTED);

  /** Said by the resident fault monitor, and by those who start and end it: they have own tests. */
  private static final List<Message> OF_THE_MONITOR = List.of(MonitorMessage.values());

  /** Said by the entry points of Serviceguard, which have their own tests. */
  private static final List<Message> OF_SERVICEGUARD = List.of(ServiceguardMessage.values());

  @Test
  void everyOtherMessageIsSaidInSomeStory() throws IOException {
    List<String> lines = linesOfAllStories();
    Set<String> silent = new TreeSet<>();
    Catalogue.all().stream()
        .filter(message -> lines.stream().noneMatch(pattern(message).asMatchPredicate()))
        .forEach(message -> silent.add(message.name()));
    Set<String> expected = new TreeSet<>();
    OF_OTHER_METHODS.forEach(message -> expected.add(message.name()));
    OF_THE_COMMAND_LINE.forEach(message -> expected.add(message.name()));
    OF_THE_MONITOR.forEach(message -> expected.add(message.name()));
    OF_SERVICEGUARD.forEach(message -> expected.add(message.name()));
    assertEquals(expected, silent);
  }

  private static Pattern pattern(Message message) {
    String text = Pattern.quote(message.entry().format()).replace("%s", "\\E.*\\Q");
    return Pattern.compile(" *[0-9.]+ " + message.severity().word() + " +" + text);
  }

  private static List<String> linesOfAllStories() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "scenarios"))) {
      return files.filter(Files::isRegularFile).flatMap(file -> read(file).lines()).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
