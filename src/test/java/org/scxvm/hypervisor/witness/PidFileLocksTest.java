package org.scxvm.hypervisor.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking the kernel of this machine who holds a lock. */
class PidFileLocksTest {

  private static final String HOLDER = "org.scxvm.lock.file.LockHolder";

  @TempDir private Path folder;

  @Test
  void aFileThatNobodyLocksHasNoHolder() throws IOException {
    Path file = Files.writeString(folder.resolve("vm1.pid"), "4711\n");
    assertEquals(OptionalLong.empty(), new PidFileLocks().holder(file));
  }

  @Test
  void theHolderIsTheProcessThatLocksIt() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HOLDER,
                folder.toString(),
                "vm1",
                "stop")
            .redirectError(new File("/dev/null"))
            .start();
    @SuppressWarnings("resource") // the stream ends with the process
    BufferedReader out = process.inputReader();
    assertEquals("held", out.readLine());
    Path file = folder.resolve("vm1.lock");
    assertEquals(OptionalLong.of(process.pid()), new PidFileLocks().holder(file));
    process.destroyForcibly();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    assertEquals(OptionalLong.empty(), new PidFileLocks().holder(file));
  }

  @Test
  void aFileThatIsNotThereCannotBeAskedAbout() {
    Path none = folder.resolve("none.pid");
    IOException e = assertThrows(IOException.class, () -> new PidFileLocks().holder(none));
    assertEquals(none + ": errno 2", e.getMessage());
  }
}
