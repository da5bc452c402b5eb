package org.scxvm.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a message on its way to those who read it. */
class MessagesTest {

  private static List<String> written(Saying saying) {
    List<String> lines = new ArrayList<>();
    MessageSink sink =
        line -> lines.add(line.severity().word() + " " + line.id() + " " + line.text());
    saying.to(new Messages(List.of(sink)));
    return lines;
  }

  private interface Saying {
    void to(Messages messages);
  }

  @Test
  void aMessageGoesToEverySinkWithItsLevelAndId() {
    List<String> lines = new ArrayList<>();
    MessageSink sink = line -> lines.add(line.text());
    new Messages(List.of(sink, sink)).say(AncestorMessage.STARTED, "vm1");
    assertEquals(List.of("Domain vm1 started", "Domain vm1 started"), lines);
  }

  @Test
  void theCauseFollowsAsLoudAsTheMessageAndNamesIt() {
    assertEquals(
        List.of(
            "error 913728 Domain vm1 failed to start",
            "error " + AgentMessage.CAUSE.id() + " Cause of message 913728: no space"),
        written(
            messages -> messages.sayWithCause(AncestorMessage.FAILED_TO_START, "no space", "vm1")));
  }

  @Test
  void foreignWordsOfSeveralLinesBecomeOneLine() {
    assertEquals(
        List.of("debug 702911 error: one; error: two"),
        written(
            messages ->
                messages.say(AncestorMessage.DEBUG_TEXT, "error: one \r\n\n error: two\n")));
  }

  @Test
  void aPercentSignInAValueIsOnlyAPercentSign() {
    assertEquals(
        List.of("debug 702911 100 %s of %d"),
        written(messages -> messages.say(AncestorMessage.DEBUG_TEXT, "100 %s of %d")));
  }

  @Test
  void foreignWordsCannotCommandATerminal() {
    assertEquals(
        List.of("debug 702911 a?[31mred?b?c"),
        written(messages -> messages.say(AncestorMessage.DEBUG_TEXT, "a\u001b[31mred\0b\u009bc")));
  }

  @Test
  void onStderrAMessageIsOneLineWithLevelAndId() {
    StringWriter err = new StringWriter();
    new StderrSink(new PrintWriter(err))
        .write(new Line(Severity.ERROR, "Domain %s failed to start", List.of("vm1")));
    assertEquals(
        "error [ID 913728] Domain vm1 failed to start" + System.lineSeparator(), err.toString());
  }

  @Test
  void theLevelsAreThoseOfSyslog() {
    List<Integer> levels = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      levels.add(severity.level());
    }
    assertEquals(List.of(3, 4, 5, 6, 7), levels);
  }
}
