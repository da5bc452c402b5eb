package org.scxvm.folder;

import java.util.List;

/** The folder of this node alone, for what may vanish when it boots. */
public interface StateFolder extends SharedFolder {

  /** Makes it, for its owner alone, if it is not there. */
  void make() throws FolderException;

  /** The names of the files that end so, in no order; none whose name begins with a dot. */
  List<String> list(String ending) throws FolderException;

  /**
   * When a file last came or went, as the file system has it: as long as it says the same, {@link
   * #list} most likely does, too. Asked often, so this folder, which is in memory, is waited for.
   */
  String lastChange() throws FolderException;
}
