package org.scxvm.host.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.scxvm.host.HostException;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;

/**
 * The files of this machine, looked at where a look can be given up: storage can hang.
 *
 * @param root the root of its file systems
 */
record MachineFiles(Path root) {

  /** More than a look at a file takes that does not hang. */
  static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  /** Where an absolute path is below the root. */
  Path place(String path) {
    return root.resolve(path.replaceFirst("^/+", ""));
  }

  static <T> T bounded(String what, Deadline deadline, BoundedCall<T, IOException> call)
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
