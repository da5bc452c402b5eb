package org.scxvm.commandlog.file;

import java.nio.file.Path;
import org.scxvm.commandlog.CommandLog;
import org.scxvm.commandlog.CommandLogs;
import org.scxvm.time.Deadline;

/** Command logs in files of this node. */
public final class FileCommandLogs implements CommandLogs {

  @Override
  public CommandLog at(String path, Deadline deadline) {
    return new FileCommandLog(Path.of(path), deadline);
  }
}
