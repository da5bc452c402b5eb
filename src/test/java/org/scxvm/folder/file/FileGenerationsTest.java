package org.scxvm.folder.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.Generations.Generation;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Numbered files of a real folder. */
class FileGenerationsTest {

  @TempDir private Path folder;

  private Generations generations() {
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMinutes(1));
    return new FileSharedFolder(folder, deadline).generations(".owner_vm1");
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
    }
  }

  @Test
  void theHighestNumberIsTheNewestAndNamesOfOtherFormsAreNone() throws Exception {
    assertEquals(Optional.empty(), generations().newest());
    for (String other :
        new String[] {".owner_vm1.x", ".owner_vm1.012", ".owner_vm10.99", "owner_vm1.98"}) {
      Files.writeString(folder.resolve(other), "other");
    }
    assertTrue(generations().publish(new Generation(9, "nine")));
    assertTrue(generations().publish(new Generation(10, "ten")));
    assertEquals(Optional.of(new Generation(10, "ten")), generations().newest());
  }

  @Test
  void aNumberIsGivenOnceAndOnlyTheLastTwoAreKept() throws Exception {
    assertTrue(generations().publish(new Generation(1, "one")));
    assertFalse(generations().publish(new Generation(1, "another")));
    assertEquals(Optional.of(new Generation(1, "one")), generations().newest());
    assertTrue(generations().publish(new Generation(2, "two")));
    assertTrue(generations().publish(new Generation(3, "three")));
    assertEquals(Set.of(".owner_vm1.2", ".owner_vm1.3"), names());
  }

  @Test
  void whoeverWasSoSlowThatItsNumberWasPrunedLosesToo() throws Exception {
    for (long number = 1; number <= 5; number++) {
      assertTrue(generations().publish(new Generation(number, "text")));
    }
    assertFalse(generations().publish(new Generation(3, "slow")));
    assertEquals(Optional.of(new Generation(5, "text")), generations().newest());
  }

  @Test
  void itIsForItsOwnerOnly() throws Exception {
    assertTrue(generations().publish(new Generation(1, "one")));
    Path file = Path.of(generations().pathOf(1));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void ofManyAtOnceExactlyOneSucceeds() throws Exception {
    int several = 4;
    CyclicBarrier together = new CyclicBarrier(several);
    ExecutorService threads = Executors.newFixedThreadPool(several);
    try {
      for (long number = 1; number <= 50; number++) {
        Generation next = new Generation(number, "text");
        Stream<Future<Boolean>> tries =
            Stream.generate(
                () ->
                    threads.submit(
                        () -> {
                          together.await();
                          return generations().publish(next);
                        }))
                .limit(several)
                .toList()
                .stream();
        assertEquals(1, tries.filter(FileGenerationsTest::won).count(), "of number " + number);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean won(Future<Boolean> attempt) {
    try {
      return attempt.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aFolderThatIsNotThereIsAnErrorAndNotAnEmptyOne() throws Exception {
    Files.delete(folder);
    assertThrows(FolderException.class, () -> generations().newest());
    assertThrows(FolderException.class, () -> generations().publish(new Generation(1, "one")));
    Files.createDirectory(folder);
  }

  @Test
  void aLinkInItsPlaceIsNotFollowed() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "other");
    Files.createSymbolicLink(folder.resolve(".owner_vm1.3"), other);
    assertThrows(FolderException.class, () -> generations().newest());
  }
}
