package org.scxvm.definition;

import java.util.Optional;
import java.util.function.Function;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;

/**
 * A file of the administrator's that a domain is defined from. It is read, never written.
 *
 * @param folder where it lies; not the folder of the records
 * @param name its name there
 */
public record ConfiguredFile(SharedFolder folder, String name) {

  /**
   * Finds it at its absolute path.
   *
   * @param folders opens the folder that it lies in
   */
  public static ConfiguredFile at(String path, Function<String, SharedFolder> folders) {
    int slash = path.lastIndexOf('/');
    String folder = slash == 0 ? "/" : path.substring(0, slash);
    return new ConfiguredFile(folders.apply(folder), path.substring(slash + 1));
  }

  /** What is in it. */
  public String text() throws FolderException {
    return folder
        .read(name)
        .orElseThrow(() -> new FolderException("config: there is no file " + path()));
  }

  /** Why it may be another user's work; empty if it is not. */
  public Optional<String> danger() throws FolderException {
    return folder.danger(name);
  }

  private String path() {
    return folder.path() + "/" + name;
  }
}
