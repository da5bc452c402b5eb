package org.scxvm.folder.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.spi.FileSystemProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.StateFolder;
import org.scxvm.folder.Storage;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** A folder of a real file system. */
class FileSharedFolderTest {

  private static final String NAME = "vm1-rs.xml";

  @TempDir private Path path;

  private static SharedFolder folder(Path path) {
    return new FileSharedFolders()
        .at(path.toString(), Deadline.in(new SystemTime(), Duration.ofMinutes(5)));
  }

  private SharedFolder folder() {
    return folder(path);
  }

  private static String words(Executable use) {
    return assertThrows(FolderException.class, use).words();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aStateFolderIsMadeForItsOwnerAlone() throws Exception {
    Path state = path.resolve("run/scxvm");
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMinutes(5));
    StateFolder folder = new FileSharedFolders().state(state.toString(), deadline);
    folder.make();
    folder.make();
    folder.write("note", "text");
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state)));
  }

  @Test
  void whatIsWrittenIsRead() throws FolderException {
    assertEquals(Optional.empty(), folder().read(NAME));
    folder().write(NAME, "first \u00fc\n");
    assertEquals(Optional.of("first \u00fc\n"), folder().read(NAME));
    folder().write(NAME, "");
    assertEquals(Optional.of(""), folder().read(NAME));
  }

  /** The time is set back each time: two changes may be nearer than the clock can tell. */
  @Test
  void aFileThatComesOrGoesIsAChangeAndOneThatIsReadIsNot() throws Exception {
    StateFolder state =
        new FileSharedFolders()
            .state(path.toString(), Deadline.in(new SystemTime(), Duration.ofMinutes(5)));
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(path, longAgo);
    String before = state.lastChange();
    state.read(NAME);
    state.list("");
    assertEquals(before, state.lastChange());
    state.write(NAME, "text");
    assertNotEquals(before, state.lastChange());
    Files.setLastModifiedTime(path, longAgo);
    assertEquals(before, state.lastChange());
    state.remove(NAME);
    assertNotEquals(before, state.lastChange());
  }

  @Test
  void nothingButTheFileIsLeftAndOnlyItsOwnerMayReadIt() throws Exception {
    folder().write(NAME, "secret");
    assertEquals(List.of(NAME), names());
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(NAME))));
  }

  @Test
  void aFileThatEverybodyCouldReadIsNotWrittenInPlace() throws Exception {
    Path old = Files.writeString(path.resolve(NAME), "old");
    Path link = Files.createLink(path.resolve("other-name"), old);
    folder().write(NAME, "new");
    assertEquals("old", Files.readString(link), "the old file itself is never written to");
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve(NAME))));
  }

  @Test
  void aFileGetsAnotherNameInThePlaceOfTheOneThatHasIt() throws Exception {
    folder().write("a", "1");
    folder().write("b", "2");
    folder().rename("a", "b");
    assertEquals(List.of("b"), names());
    assertEquals(Optional.of("1"), folder().read("b"));
    assertTrue(words(() -> folder().rename("a", "b")).startsWith("rename " + path.resolve("a")));
  }

  @Test
  void aFileThatIsNotThereIsRemovedWithoutAWord() throws Exception {
    folder().write("a", "1");
    folder().remove("a");
    folder().remove("a");
    assertEquals(List.of(), names());
  }

  @Test
  void draftsOfAProcessThatWasKilledAreRemoved() throws Exception {
    Files.writeString(path.resolve("." + NAME + ".draft.1234"), "half");
    Files.writeString(path.resolve(".other.xml.draft.1234"), "half");
    folder().write(NAME, "whole");
    assertEquals(List.of(".other.xml.draft.1234", NAME), names());
  }

  @Test
  void aSymbolicLinkIsNotRead() throws Exception {
    Path secret = Files.writeString(path.resolve("secret"), "secret");
    Files.createSymbolicLink(path.resolve(NAME), secret);
    assertEquals(
        "read " + path.resolve(NAME) + ": is not a regular file", words(() -> folder().read(NAME)));
  }

  @Test
  void aSymbolicLinkIsReplacedAndNotFollowed() throws Exception {
    Path victim = Files.writeString(path.resolve("victim"), "untouched");
    Files.createSymbolicLink(path.resolve(NAME), victim);
    folder().write(NAME, "text");
    assertEquals("untouched", Files.readString(victim));
    assertTrue(Files.isRegularFile(path.resolve(NAME), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aLinkThatLeadsNowhereIsNotTakenForNoFile() throws Exception {
    Files.createSymbolicLink(path.resolve(NAME), path.resolve("nowhere"));
    assertTrue(words(() -> folder().read(NAME)).endsWith("is not a regular file"));
  }

  @Test
  void aSymbolicLinkIsRenamedItselfAndNotWhatItNames() throws Exception {
    Path victim = Files.writeString(path.resolve("victim"), "untouched");
    Files.createSymbolicLink(path.resolve("a"), victim);
    Files.createSymbolicLink(path.resolve("b"), victim);
    folder().rename("a", "b");
    assertTrue(Files.isSymbolicLink(path.resolve("b")));
    assertEquals("untouched", Files.readString(victim));
    folder().remove("b");
    assertEquals("untouched", Files.readString(victim));
  }

  @Test
  void aFolderIsInspectedWithoutBeingChanged() throws Exception {
    Object before = Files.getLastModifiedTime(path);
    FolderCondition condition = inspect(path);
    FolderCondition.Folder found = assertInstanceOf(FolderCondition.Folder.class, condition);
    assertTrue(found.writable());
    assertEquals(Files.getFileStore(path).type(), found.fileSystem());
    assertEquals(before, Files.getLastModifiedTime(path));
    assertEquals(List.of(), names());
  }

  /** As the JDK does it with a mount that /proc/mounts does not list. */
  @Test
  void aFolderOnAFileSystemThatTheJdkDoesNotFindIsAFolder() throws Exception {
    FileSystemProvider provider = mock(FileSystemProvider.class);
    FileSystem fileSystem = mock(FileSystem.class);
    Path unlisted = mock(Path.class);
    when(unlisted.getFileSystem()).thenReturn(fileSystem);
    when(unlisted.resolve("")).thenReturn(unlisted);
    when(fileSystem.provider()).thenReturn(provider);
    when(provider.readAttributes(unlisted, BasicFileAttributes.class))
        .thenReturn(Files.readAttributes(path, BasicFileAttributes.class));
    when(provider.getFileStore(unlisted)).thenThrow(new IOException("Mount point not found"));
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMinutes(5));
    assertEquals(
        new FolderCondition.Folder(true, Storage.UNKNOWN, "unknown"),
        new FileSharedFolder(unlisted, deadline).inspect());
  }

  @Test
  void whatIsNoFolderIsToldApart() throws Exception {
    Path file = Files.writeString(path.resolve("file"), "");
    assertEquals(new FolderCondition.NoFolder(), inspect(file));
    assertEquals(new FolderCondition.NotThere(), inspect(path.resolve("none")));
  }

  private static FolderCondition inspect(Path path) throws FolderException {
    return new FileSharedFolders()
        .inspect(path.toString(), Deadline.in(new SystemTime(), Duration.ofMinutes(5)));
  }

  @Test
  void aFolderOfThatNameIsNotRead() throws Exception {
    Files.createDirectory(path.resolve(NAME));
    assertTrue(words(() -> folder().read(NAME)).endsWith("is not a regular file"));
    assertTrue(words(() -> folder().write(NAME, "x")).startsWith("write "));
    assertEquals(List.of(NAME), names(), "no draft is left behind");
  }

  @Test
  void aFileThatIsTooLargeToBeOursIsNotRead() throws Exception {
    Files.write(path.resolve(NAME), new byte[4 << 20]);
    assertEquals(4 << 20, folder().read(NAME).orElseThrow().length());
    Files.write(path.resolve(NAME), new byte[(4 << 20) + 1]);
    assertTrue(words(() -> folder().read(NAME)).endsWith("is larger than 4194304 bytes"));
  }

  /** Storage that is not mounted must not look like a folder without a marker. */
  @Test
  void aFolderThatIsNotThereIsNoFolderWithoutTheFile() throws IOException {
    assertThrows(FolderException.class, () -> folder(path.resolve("none")).read(NAME));
    Path file = Files.writeString(path.resolve("file"), "");
    assertThrows(FolderException.class, () -> folder(file).read(NAME));
  }

  @Test
  void aFolderThatIsNotThereCannotBeWritten() {
    Path none = path.resolve("none");
    String words = words(() -> folder(none).write(NAME, "x"));
    assertTrue(words.startsWith("write " + none.resolve(NAME)), words);
    assertFalse(Files.exists(none), "it is not made: the storage may not be mounted");
  }

  /** The kernel lets nobody, not even root, make a file in /proc. */
  @Test
  void aFolderThatCannotBeWrittenIsNamedWithTheReason() {
    Path proc = Path.of("/proc");
    String words = words(() -> folder(proc).write("scxvm-test", "x"));
    assertTrue(words.startsWith("write /proc/scxvm-test: "), words);
    assertFalse(Files.exists(proc.resolve("scxvm-test")));
  }

  @Test
  void itIsOpenedWithoutBeingTouched() {
    Path none = path.resolve("none");
    assertEquals(none.toString(), folder(none).path());
  }
}
