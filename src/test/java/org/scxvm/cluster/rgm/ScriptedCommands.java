package org.scxvm.cluster.rgm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;

/** Commands that are called just as the script says; another call, or one too few, is a failure. */
final class ScriptedCommands implements Commands, AutoCloseable {

  private final Deque<Call> script = new ArrayDeque<>();

  private record Call(String words, Ended ended, boolean killed) {}

  ScriptedCommands expect(String words, int status, String out, String err) {
    script.addLast(new Call(words, new Ended(status, out, err), false));
    return this;
  }

  ScriptedCommands expect(String words, String out) {
    return expect(words, 0, out, "");
  }

  /** A command that does not end in time. */
  ScriptedCommands expectHanging(String words) {
    script.addLast(new Call(words, new Ended(0, "", ""), true));
    return this;
  }

  @Override
  public Ended run(List<String> words, Deadline deadline) throws CommandException {
    String line = String.join(" ", words);
    assertFalse(script.isEmpty(), () -> "unexpected command: " + line);
    Call call = script.removeFirst();
    assertEquals(call.words(), line);
    if (call.killed()) {
      throw new CommandException(line + ": did not end in time, killed");
    }
    return call.ended();
  }

  @Override
  public boolean isThere(String path) {
    return path.equals("/usr/cluster/bin/scha_resource_get");
  }

  /** All of the script has been played. */
  @Override
  public void close() {
    assertEquals(List.of(), List.copyOf(script), "commands that were never called");
  }
}
