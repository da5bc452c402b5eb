package org.scxvm.lock.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks.Held;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;

/** A process of its own that takes a lock, says so, and holds it until its stdin ends. */
final class LockHolder {

  private LockHolder() {}

  public static void main(String[] words) throws IOException, LockException {
    FileResourceLocks locks = new FileResourceLocks(Path.of(words[0]));
    Deadline deadline = Deadline.in(new SystemTime(), Duration.ofMinutes(1));
    Held held = locks.acquire(LockName.of(new ResourceName(words[1])), words[2], deadline);
    System.out.write("held\n".getBytes(StandardCharsets.US_ASCII));
    System.out.flush();
    while (System.in.read() >= 0) {
      // Whoever started this process decides how long.
    }
    held.close();
  }
}
