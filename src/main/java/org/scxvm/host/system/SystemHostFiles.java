package org.scxvm.host.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.scxvm.host.HostException;
import org.scxvm.host.HostFiles;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/** Files of this machine. */
public final class SystemHostFiles implements HostFiles {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  /** Configurations of libvirt have some 40 KiB, nearly all of it comments. */
  private static final int TEXT_MAX = 1 << 20;

  private final Path root;

  /**
   * Looks at files.
   *
   * @param root where they are
   */
  public SystemHostFiles(Path root) {
    this.root = root;
  }

  private Path place(String path) {
    return root.resolve(path.replaceFirst("^/+", ""));
  }

  @Override
  public Optional<String> fileSystem(String path, Deadline deadline) throws HostException {
    Path place = place(path);
    return bounded(
        path,
        deadline,
        () ->
            Files.notExists(place)
                ? Optional.empty()
                : Optional.of(Files.getFileStore(place).type()));
  }

  @Override
  public Optional<String> text(String path, Deadline deadline) throws HostException {
    Path place = place(path);
    return bounded(
        path,
        deadline,
        () -> Files.notExists(place) ? Optional.empty() : Optional.of(textOf(place)));
  }

  private static String textOf(Path place) throws IOException {
    try (InputStream in = Files.newInputStream(place)) {
      return new String(in.readNBytes(TEXT_MAX), StandardCharsets.UTF_8);
    }
  }

  private static <T> T bounded(String what, Deadline deadline, BoundedCall<T, IOException> call)
      throws HostException {
    try {
      return BoundedCall.run(what, deadline.within(CALL_LIMIT), call);
    } catch (IOException e) {
      throw new HostException(what + ": " + e);
    } catch (TimeoutException e) {
      throw new HostException(String.valueOf(e.getMessage()));
    }
  }
}
