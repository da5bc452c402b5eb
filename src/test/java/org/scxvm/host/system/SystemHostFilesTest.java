package org.scxvm.host.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scxvm.host.HostException;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** Files of a machine. */
class SystemHostFilesTest {

  @TempDir private Path root;

  private static Deadline soon() {
    return Deadline.in(new SystemTime(), Duration.ofMinutes(1));
  }

  @Test
  void aTextIsReadOrNotThere() throws Exception {
    SystemHostFiles files = new SystemHostFiles(root);
    assertEquals(Optional.empty(), files.text("/etc/qemu.conf", soon()));
    Files.createDirectory(root.resolve("etc"));
    Files.writeString(root.resolve("etc/qemu.conf"), "lock_manager = \"lockd\"\n");
    assertEquals(Optional.of("lock_manager = \"lockd\"\n"), files.text("/etc/qemu.conf", soon()));
  }

  @Test
  void whatIsNoTextIsSaid() throws IOException {
    Files.createDirectory(root.resolve("etc"));
    SystemHostFiles files = new SystemHostFiles(root);
    assertThrows(HostException.class, () -> files.text("/etc", soon()));
  }

  @Test
  void theFileSystemIsThatBehindALink() throws Exception {
    SystemHostFiles files = new SystemHostFiles(root);
    assertEquals(Optional.empty(), files.fileSystem("/disk", soon()));
    Files.createSymbolicLink(root.resolve("disk"), Path.of("/proc/version"));
    assertEquals(Optional.of("proc"), files.fileSystem("/disk", soon()));
  }
}
