package org.scxvm.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitReasonSinkTest {

  private final StringWriter text = new StringWriter();
  private final Messages messages =
      new Messages(List.of(new ExitReasonSink(new PrintWriter(text))));

  @Test
  void errorsAreReasonsAndNothingElseIs() {
    messages.say(AncestorMessage.NO_OP_STOP);
    messages.say(AgentMessage.NOT_HANDED_OVER, "vm1", "its target is silent");
    assertEquals("ocf-exit-reason:Domain vm1 was not migrated: its target is silent\n", text());
  }

  /** The last line is the one that is shown, so it has to say all. */
  @Test
  void aCauseFollowsItsError() {
    messages.sayWithCause(AgentMessage.CLUSTER_SILENT, "no: such thing", "timeout");
    String silent = "ocf-exit-reason:The cluster does not answer: timeout";
    assertEquals(silent + "\n" + silent + ": no: such thing\n", text());
  }

  private String text() {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
