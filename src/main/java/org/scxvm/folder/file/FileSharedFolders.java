package org.scxvm.folder.file;

import java.nio.file.Path;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.folder.SharedFolders;
import org.scxvm.folder.StateFolder;
import org.scxvm.time.Deadline;

/** Folders of this node's file systems. */
public final class FileSharedFolders implements SharedFolders {

  @Override
  public SharedFolder at(String path, Deadline deadline) {
    return new FileSharedFolder(Path.of(path), deadline);
  }

  @Override
  public StateFolder state(String path, Deadline deadline) {
    return new FileSharedFolder(Path.of(path), deadline);
  }

  @Override
  public FolderCondition inspect(String path, Deadline deadline) throws FolderException {
    return new FileSharedFolder(Path.of(path), deadline).inspect();
  }
}
