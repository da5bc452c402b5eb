package org.scxvm.host.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.time.Deadline;

/** Files of this machine. */
public final class SystemHostFiles implements HostFiles {

  /** Configurations of libvirt have some 40 KiB, nearly all of it comments. */
  private static final int TEXT_MAX = 1 << 20;

  private final MachineFiles files;

  /**
   * Looks at files.
   *
   * @param root where they are
   */
  public SystemHostFiles(Path root) {
    this.files = new MachineFiles(root);
  }

  @Override
  public Optional<String> fileSystem(String path, Deadline deadline) throws HostException {
    Path place = files.place(path);
    return MachineFiles.bounded(
        path,
        deadline,
        () ->
            Files.notExists(place)
                ? Optional.empty()
                : Optional.of(Files.getFileStore(place).type()));
  }

  @Override
  public Optional<String> text(String path, Deadline deadline) throws HostException {
    Path place = files.place(path);
    return MachineFiles.bounded(
        path,
        deadline,
        () -> Files.notExists(place) ? Optional.empty() : Optional.of(textOf(place)));
  }

  private static String textOf(Path place) throws IOException {
    try (InputStream in = Files.newInputStream(place)) {
      return new String(in.readNBytes(TEXT_MAX), StandardCharsets.UTF_8);
    }
  }
}
