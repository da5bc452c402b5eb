package org.scxvm.folder;

/** What is at the path of a shared folder, as far as it can be told without writing. */
public sealed interface FolderCondition {

  /** Nothing. */
  record NotThere() implements FolderCondition {}

  /** Something that is no folder. */
  record NoFolder() implements FolderCondition {}

  /**
   * A folder.
   *
   * @param writable whether this process may make files in it
   * @param storage which nodes see the same folder there
   * @param fileSystem the type of its file system
   */
  record Folder(boolean writable, Storage storage, String fileSystem) implements FolderCondition {}
}
