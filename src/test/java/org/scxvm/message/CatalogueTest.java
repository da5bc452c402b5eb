package org.scxvm.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue: the ids that administrators know, and that every message helps its reader. */
class CatalogueTest {

  private static Stream<Message> messages() {
    return Catalogue.all().stream();
  }

  /** Id, level and format as in the table of the SUNWscxvm messages. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "588295|error|Node is not booted with xVM",
        "485984|error|Domain pathname not found",
        "777077|error|Failover_type %s is not valid",
        "301010|notice|Domain %s defined using %s/%s.xml",
        "242473|error|%s/%s.xml missing for domain %s",
        "535661|error|Domain %s does not exist",
        "641815|notice|NO-OP START being performed",
        "494333|notice|Domain %s was manually started",
        "388563|info|Domain %s started",
        "913728|error|Domain %s failed to start",
        "690592|error|/usr/bin/virsh dumpxml %s > %s/%s.xml failed",
        "956263|error|Invalid Failover_type=%s",
        "411529|notice|Target host not found, normal failover will be perfomed",
        "890010|notice|Node is being evacuated, normal failover will be perfomed",
        "246350|notice|Target host %s not matched with the resource group nodelist,"
            + " normal failover will be perfomed",
        "224972|notice|Domain %s is being %s to %s",
        "510634|notice|Domain %s successfully %s to %s",
        "510028|notice|NO-OP STOP being performed",
        "726380|notice|Migration of domain %s timed out, the domain state is now shut off",
        "905443|notice|Domain %s failed to %s to %s, normal failover will be perfomed",
        "411707|notice|Domain %s failed to shutdown gracefully",
        "298139|info|Domain %s has been gracefully shutdown",
        "490197|notice|Domain %s failed to gracefully shutdown,"
            + " immediate shutdown will now be performed",
        "308815|notice|Domain %s has been immediately terminated",
        "921130|error|Domain %s failed to shutdown immediately",
        "702911|debug|%s"
      })
  void aMessageOf2008HasItsIdAndLevelStill(int id, String level, String format) {
    List<AncestorMessage> found =
        Arrays.stream(AncestorMessage.values())
            .filter(message -> message.entry().format().equals(format))
            .toList();
    assertEquals(1, found.size(), "messages with that format");
    assertEquals(id, found.get(0).id());
    assertEquals(level, found.get(0).severity().word());
  }

  @Test
  void thereAreNoOtherMessagesOf2008() {
    assertEquals(26, AncestorMessage.values().length);
  }

  @Test
  void noTwoMessagesHaveTheSameId() {
    Map<Integer, Message> known = new HashMap<>();
    List<String> twice = new ArrayList<>();
    messages()
        .forEach(
            message -> {
              Message other = known.put(message.id(), message);
              if (other != null) {
                twice.add(other.name() + " and " + message.name());
              }
            });
    assertEquals(List.of(), twice);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyMessageSaysWhyAndWhatToDo(Message message) {
    assertFalse(message.entry().explanation().isBlank());
    assertTrue(message.entry().explanation().endsWith("."), "is a sentence");
    assertFalse(message.entry().action().isBlank());
    assertTrue(message.entry().action().endsWith("."), "is a sentence");
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyFormatTakesWordsOnlyAndStaysOnOneLine(Message message) {
    assertFalse(message.entry().format().isBlank());
    assertEquals("", message.entry().format().replaceAll("%s", "").replaceAll("[^%\n]", ""));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void everyIdHasSixDigits(Message message) {
    assertTrue(message.id() >= 100_000 && message.id() <= 999_980);
  }
}
