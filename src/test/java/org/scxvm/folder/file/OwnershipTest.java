package org.scxvm.folder.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scxvm.folder.FolderException;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Who can put a definition into the folder, on a real file system. */
class OwnershipTest {

  private static final String NAME = "vm1-rs.xml";
  private static final int NOBODY = 65_534;

  @TempDir private Path top;
  private Path parent = Path.of("");
  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void makeFiles() throws IOException {
    top = top.toRealPath();
    parent = Files.createDirectory(top.resolve("parent"));
    folder = Files.createDirectory(parent.resolve("vm1"));
    file = Files.writeString(folder.resolve(NAME), "<domain/>");
    mode(top, "rwx------");
    mode(parent, "rwxr-xr-x");
    mode(folder, "rwxr-xr-x");
    mode(file, "rw-r--r--");
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static void makeSticky(Path path) throws IOException {
    Files.setAttribute(path, "unix:mode", 01777);
  }

  private static Optional<String> danger(Path folder) throws FolderException {
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMinutes(5));
    return new FileSharedFolders().at(folder.toString(), deadline).danger(NAME);
  }

  private void assertDanger(Path folder, Path culprit, String words) throws FolderException {
    String danger = danger(folder).orElse("nothing found");
    assertTrue(danger.startsWith(culprit + " ") && danger.contains(words), danger);
  }

  @Test
  void whatItsOwnerAloneCanWriteIsTrusted() throws Exception {
    assertEquals(Optional.empty(), danger(folder));
  }

  @Test
  void aFileThatIsNotThereIsNobodys() throws Exception {
    Files.delete(file);
    assertEquals(Optional.empty(), danger(folder));
  }

  @ParameterizedTest
  @CsvSource({"rw-rw----, 0660, 0640", "rw-r--rw-, 0646, 0644", "rwxrwxrwx, 0777, 0755"})
  void aFileThatOthersCanWriteIsNot(String permissions, String is, String expected)
      throws Exception {
    mode(file, permissions);
    assertDanger(folder, file, "(mode " + is + "), expected mode " + expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwx---", "rwx----w-", "rwxrwxrwx"})
  void aFolderThatOthersCanWriteIsNot(String permissions) throws Exception {
    mode(folder, permissions);
    assertDanger(folder, folder, "can be written by others than its owner");
  }

  @Test
  void aStickyFolderIsNotEither() throws Exception {
    makeSticky(folder);
    assertDanger(folder, folder, "(mode 1777), expected mode 1755");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
  void aParentThatOthersCanWriteIsNot(String permissions) throws Exception {
    mode(parent, permissions);
    assertDanger(folder, parent, "can be written by others than its owner");
  }

  /** Nobody can rename there what is not his. */
  @Test
  void aStickyParentPasses() throws Exception {
    makeSticky(parent);
    assertEquals(Optional.empty(), danger(folder));
  }

  @Test
  void aLinkIsFollowedAndWhatItLeadsToIsJudged() throws Exception {
    Path link = Files.createSymbolicLink(top.resolve("link"), parent);
    assertEquals(Optional.empty(), danger(link.resolve("vm1")));
    mode(parent, "rwxrwxrwx");
    assertDanger(link.resolve("vm1"), parent, "can be written by others");
  }

  @Test
  void whoCanPutALinkElsewhereHasTheSayToo() throws Exception {
    Path open = Files.createDirectory(top.resolve("open"));
    Path link = Files.createSymbolicLink(open.resolve("link"), Path.of("..", "parent", "vm1"));
    assertEquals(Optional.empty(), danger(link));
    mode(open, "rwxrwxrwx");
    assertDanger(link, open, "can be written by others");
  }

  @Test
  void dotsAreFollowedAsTheKernelDoes() throws Exception {
    assertEquals(Optional.empty(), danger(parent.resolve("../parent/./vm1")));
  }

  @Test
  void linksThatGoInCirclesAreAnError() throws Exception {
    Path link = top.resolve("circle");
    Files.createSymbolicLink(link, link);
    FolderException e = assertThrows(FolderException.class, () -> danger(link));
    assertTrue(e.words().contains("has too many symbolic links"), e.words());
  }

  @Test
  void aFolderThatIsNotThereIsAnError() {
    assertThrows(FolderException.class, () -> danger(top.resolve("none")));
  }

  private static void giveAway(Path path) throws IOException {
    assumeTrue(Ownership.ofThisProcess().user() == 0, "only root can give files away");
    Files.setAttribute(path, "unix:uid", NOBODY);
  }

  @Test
  void aFileOfAnotherUserIsNotTrusted() throws Exception {
    giveAway(file);
    assertDanger(folder, file, "belongs to user 65534, expected root");
  }

  @Test
  void aFolderOfAnotherUserIsNotTrusted() throws Exception {
    giveAway(folder);
    assertDanger(folder, folder, "belongs to user 65534, expected root");
  }

  @Test
  void aParentOfAnotherUserIsNotTrustedNotEvenASticky() throws Exception {
    giveAway(parent);
    makeSticky(parent);
    assertDanger(folder, parent, "belongs to user 65534, expected root");
  }

  @Test
  void aLinkOfAnotherUserIsNotTrusted() throws Exception {
    assumeTrue(Ownership.ofThisProcess().user() == 0, "only root can give files away");
    makeSticky(top);
    Path link = Files.createSymbolicLink(top.resolve("link"), folder);
    Files.getFileAttributeView(link, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setOwner(
            top.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByName(String.valueOf(NOBODY)));
    assertDanger(link, link, "belongs to user 65534, expected root");
  }

  /** As if this process ran as another user. */
  @Test
  void anOrdinaryUserTrustsRootAndHimself() throws Exception {
    int owner = (int) Files.getAttribute(file, "unix:uid");
    assertEquals(Optional.empty(), new Ownership(owner).danger(folder, NAME));
    assumeTrue(owner == 0, "these files would be another user's");
    assertEquals(Optional.empty(), new Ownership(NOBODY).danger(folder, NAME));
    Files.setAttribute(file, "unix:uid", 1);
    assertEquals(
        Optional.of(file + " belongs to user 1, expected root or user 65534"),
        new Ownership(NOBODY).danger(folder, NAME));
  }
}
