package org.scxvm.commandlog.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.commandlog.CommandLog;
import org.scxvm.commandlog.CommandLogException;
import org.scxvm.commandlog.LogTail;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** A command log in a real file, however large, damaged or on the move. */
class FileCommandLogTest {

  @TempDir private Path folder;

  private static boolean isTooOld(String ignored) {
    return false;
  }

  private Path file() {
    return folder.resolve("commandlog");
  }

  private Path archived() {
    return folder.resolve("commandlog.0");
  }

  private CommandLog log(Duration limit) {
    return new FileCommandLogs().at(file().toString(), Deadline.in(new SystemTime(), limit));
  }

  private CommandLog log() {
    return log(Duration.ofMinutes(5));
  }

  private LogTail written(String text) throws IOException, CommandLogException {
    Files.writeString(file(), text);
    return log().newest(FileCommandLogTest::isTooOld);
  }

  private static LogTail whole(String... lines) {
    return new LogTail(List.of(lines), false);
  }

  private String words(Executable use) {
    String words = assertThrows(CommandLogException.class, use).words();
    assertTrue(words.contains(file().toString()), words);
    return words.replace(file().toString(), "LOG");
  }

  @Test
  void theLinesComeInTheirOrder() throws IOException, CommandLogException {
    assertEquals(whole("one", "two \u00fc", "three"), written("one\ntwo \u00fc\nthree\n"));
    assertEquals(whole(), written(""));
    assertEquals(whole(), written("\n\n\n"));
    assertEquals(whole("one", "two"), written("one\n\n\ntwo\n"));
  }

  @Test
  void bytesThatAreNoTextAreNoFault() throws IOException, CommandLogException {
    Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0x80, '\n', 'a', '\n'});
    assertEquals(whole("\ufffd\0\ufffd", "a"), log().newest(FileCommandLogTest::isTooOld));
  }

  @Test
  void aLastLineWithoutALineEndIsCalledUnfinished() throws IOException, CommandLogException {
    assertEquals(new LogTail(List.of("one", "tw"), true), written("one\ntw"));
    assertEquals(new LogTail(List.of("tw"), true), written("tw"));
  }

  @Test
  void aLineThatIsFinishedMeanwhileIsReadAgain() throws Exception {
    Files.writeString(file(), "one\ntw");
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.writeString(file(), "o\n", StandardOpenOption.APPEND);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    List<LogTail> seen = new ArrayList<>();
    seen.add(
        log()
            .newest(
                line -> {
                  if (line.equals("tw")) {
                    writer.start();
                    join(writer);
                  }
                  return false;
                }));
    assertEquals(List.of(whole("one", "two")), seen);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readingEndsWithTheFirstLineThatIsTooOld() throws IOException, CommandLogException {
    Files.writeString(file(), "one\nold\ntwo\nthree\n");
    Files.writeString(archived(), "older\n");
    assertEquals(whole("old", "two", "three"), log().newest("old"::equals));
  }

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536, 65_537, 131_072, 200_000})
  void aLineMayReachOverBlocks(int length) throws IOException, CommandLogException {
    String line = "x".repeat(length);
    assertEquals(whole("first", line, "last"), written("first\n" + line + "\nlast\n"));
    assertEquals(whole(line), written(line + "\n"));
    assertEquals(new LogTail(List.of("first", line), true), written("first\n" + line));
  }

  @Test
  void ofAHugeLogOnlyTheNewestPartIsRead() throws IOException, CommandLogException {
    try (RandomAccessFile log = new RandomAccessFile(file().toFile(), "rw")) {
      log.setLength(8L << 30); // a hole: whoever reads it all is here for minutes
      log.seek(log.length());
      log.write("\none\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(whole("one", "two"), log().newest(FileCommandLogTest::isTooOld));
  }

  @Test
  void aHugeLineIsNotReadToItsBeginning() throws IOException, CommandLogException {
    assertEquals(new LogTail(List.of(), true), written("x".repeat(BackwardLines.BYTES_MAX + 1)));
    LogTail behind = written("x".repeat(3 << 20) + "\nlast\n");
    assertEquals(whole("last"), behind, "the rest of a line is no line");
  }

  @Test
  void soManyLinesAndNoMoreAreRead() throws IOException, CommandLogException {
    LogTail tail = written("first\n" + "a\n".repeat(BackwardLines.LINES_MAX));
    assertEquals(BackwardLines.LINES_MAX, tail.lines().size());
    assertFalse(tail.lines().contains("first"));
    assertEquals(whole(), written("\n".repeat(3 << 20)));
  }

  @Test
  void theArchivedLogIsReadWhereTheNewOneIsTooShort() throws IOException, CommandLogException {
    Files.writeString(archived(), "one\ntwo\n");
    assertEquals(whole("one", "two", "three"), written("three\n"));
    assertEquals(whole("one", "two"), written(""));
    Files.writeString(archived(), "one\ntw");
    assertEquals(new LogTail(List.of("one", "tw"), true), written(""));
  }

  /** A folder where the archived log would be: it can be opened, but not read. */
  @Test
  void anArchivedLogThatCannotBeReadIsNone() throws IOException, CommandLogException {
    Files.createDirectory(archived());
    assertEquals(whole("three"), written("three\n"));
    Files.delete(file());
    assertEquals(
        "LOG: there is no such file", words(() -> log().newest(FileCommandLogTest::isTooOld)));
    Files.delete(archived());
    Files.createSymbolicLink(archived(), archived());
    assertEquals(whole("three"), written("three\n"));
  }

  @Test
  void betweenTwoLogsTheArchivedOneIsAllThereIs() throws IOException, CommandLogException {
    Files.writeString(archived(), "one\ntwo\n");
    assertEquals(whole("one", "two"), log().newest(FileCommandLogTest::isTooOld));
  }

  @Test
  void bothLogsTogetherAreReadNoFurtherThanOne() throws IOException, CommandLogException {
    Files.writeString(archived(), "a\n".repeat(BackwardLines.LINES_MAX));
    assertEquals(BackwardLines.LINES_MAX, written("b\n").lines().size());
    Files.writeString(archived(), ("x".repeat(1023) + "\n").repeat(2048));
    LogTail tail = written(("y".repeat(1023) + "\n").repeat(512));
    assertEquals(1023, tail.lines().size(), "1 MiB, and the first line is not a whole one");
  }

  /** Renamed while it is read, with a newer log in its place. */
  @Test
  void aLogThatIsRenamedMeanwhileIsReadAgain() throws IOException, CommandLogException {
    Files.writeString(file(), "one\ntwo\n");
    List<String> first = new ArrayList<>(List.of("one"));
    LogTail tail =
        log()
            .newest(
                line -> {
                  if (first.remove(line)) {
                    replaceLog();
                  }
                  return false;
                });
    assertEquals(whole("one", "two", "three"), tail);
  }

  private void replaceLog() {
    try {
      Files.move(file(), archived(), StandardCopyOption.ATOMIC_MOVE);
      Files.writeString(file(), "three\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Copied and emptied while it is read, again and again. */
  @Test
  void aLogThatChangesAllTheTimeIsGivenUp() throws IOException {
    Files.writeString(file(), "one\ntwo\n");
    assertEquals(
        "LOG: changes all the time",
        words(
            () ->
                log()
                    .newest(
                        line -> {
                          truncate();
                          return false;
                        })));
  }

  private void truncate() {
    try (RandomAccessFile log = new RandomAccessFile(file().toFile(), "rw")) {
      log.setLength(log.length() - 1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aLogThatIsNotThereIsNamed() {
    assertEquals(
        "LOG: there is no such file", words(() -> log().newest(FileCommandLogTest::isTooOld)));
  }

  @Test
  void whatIsNoFileIsNotOpened() throws IOException {
    Files.createDirectory(file());
    assertEquals(
        "LOG: is not a regular file", words(() -> log().newest(FileCommandLogTest::isTooOld)));
  }

  @Test
  void aLogThatCannotBeReachedIsNamed() throws IOException {
    Files.writeString(file(), "one\n");
    Path beyond = file().resolve("commandlog");
    CommandLog log =
        new FileCommandLogs()
            .at(beyond.toString(), Deadline.in(new SystemTime(), Duration.ofMinutes(5)));
    assertEquals(
        "LOG/commandlog: Not a directory", words(() -> log.newest(FileCommandLogTest::isTooOld)));
  }

  @Test
  void withoutTimeNothingIsRead() throws IOException {
    Files.writeString(file(), "one\n");
    String words = words(() -> log(Duration.ZERO).newest(FileCommandLogTest::isTooOld));
    assertEquals("there is no time left for reading LOG", words);
  }

  @Test
  void aReaderThatHangsIsGivenUp() throws IOException {
    Files.writeString(file(), "one\n");
    String words =
        words(
            () ->
                log(Duration.ofMillis(200))
                    .newest(
                        line -> {
                          new SystemTime().sleep(Duration.ofMinutes(1));
                          return false;
                        }));
    assertEquals("reading LOG gave no answer in time", words);
  }

  @Test
  void aProcessThatLivesHasABeginningAndOneThatEndedHasNone() throws Exception {
    long own = ProcessHandle.current().pid();
    Optional<Instant> start = log().startOfProcess(own);
    assertEquals(ProcessHandle.current().info().startInstant(), start);
    assertTrue(start.isPresent());
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertEquals(Optional.empty(), log().startOfProcess(ended.pid()));
    assertEquals(Optional.empty(), log().startOfProcess(Long.MAX_VALUE));
  }
}
