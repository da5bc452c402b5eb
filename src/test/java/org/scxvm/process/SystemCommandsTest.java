package org.scxvm.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.process.Commands.Ended;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Programs of this machine. None of these tests depends on how fast it is. */
class SystemCommandsTest {

  private final SystemCommands commands = new SystemCommands();

  private static Deadline in(Duration fromNow) {
    return Deadline.in(new SystemTime(), fromNow);
  }

  private Ended sh(String script) throws CommandException {
    return commands.run(List.of("/bin/sh", "-c", script), in(Duration.ofMinutes(1)));
  }

  @Test
  void aProgramEndsWithItsStatusAndBothOutputs() throws CommandException {
    assertEquals(new Ended(7, "out\n", "err\n"), sh("echo out; echo err >&2; exit 7"));
  }

  @Test
  void wordsAreNeverReadByAShell() throws CommandException {
    Ended ended = commands.run(List.of("echo", "$(id)", "a b", ";exit"), in(Duration.ofMinutes(1)));
    assertEquals("$(id) a b ;exit\n", ended.out());
  }

  @Test
  void aProgramThatReadsFindsNothing() throws CommandException {
    assertEquals(new Ended(0, "", ""), sh("cat"));
  }

  @Test
  void muchOutputOnBothSidesDoesNotBlock() throws CommandException {
    Ended ended =
        sh("i=0; while [ $i -lt 20000 ]; do echo 0123456789; echo x >&2; i=$((i+1)); done");
    assertEquals(220_000, ended.out().length());
    assertEquals(40_000, ended.err().length());
  }

  @Test
  void aProgramThatDoesNotEndInTimeIsKilled() {
    CommandException e =
        assertThrows(
            CommandException.class,
            () -> commands.run(List.of("sleep", "1000"), in(Duration.ofMillis(200))));
    assertEquals("sleep 1000: did not end in time, killed", e.getMessage());
    // Joins at once if it was killed, and fails if it was left behind.
    ProcessHandle.current()
        .children()
        .forEach(child -> child.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    assertEquals(0, ProcessHandle.current().children().count());
  }

  @Test
  void aProgramThatIsNotThereIsNamed() {
    CommandException e =
        assertThrows(
            CommandException.class,
            () ->
                commands.run(
                    List.of("/usr/cluster/bin/none", "-O", "x"), in(Duration.ofMinutes(1))));
    assertTrue(
        String.valueOf(e.getMessage()).startsWith("/usr/cluster/bin/none -O x: cannot be run: "));
  }

  @Test
  void onlyAProgramIsOneThatIsThere(@TempDir Path folder) throws IOException {
    assertTrue(commands.isThere("/bin/sh"));
    assertEquals(false, commands.isThere(folder.resolve("none").toString()));
    Path text = Files.writeString(folder.resolve("text"), "no program");
    assertEquals(false, commands.isThere(text.toString()));
  }
}
