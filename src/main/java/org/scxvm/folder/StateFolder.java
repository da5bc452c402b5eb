package org.scxvm.folder;

import java.util.List;

/** The folder of this node alone, for what may vanish when it boots. */
public interface StateFolder extends SharedFolder {

  /** The names of the files that end so, in no order; none whose name begins with a dot. */
  List<String> list(String ending) throws FolderException;
}
