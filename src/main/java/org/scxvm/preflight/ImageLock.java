package org.scxvm.preflight;

import java.util.Optional;
import java.util.Set;
import org.scxvm.definition.MovedDisk;
import org.scxvm.definition.MovedDisk.Trait;
import org.scxvm.folder.Storage;

/**
 * What keeps a second copy on another node from writing to a disk.
 *
 * @param holds whether something does, as far as this node can tell
 * @param words what does, or why nothing
 */
record ImageLock(boolean holds, String words) {

  private static final Set<String> MANAGERS = Set.of("lockd", "sanlock");

  /** On these QEMU's locks of images are known to reach the server. */
  private static final Set<String> LOCKS_REACH = Set.of("nfs", "nfs4");

  /**
   * Names the lock of a disk that is written to.
   *
   * @param manager the lock manager of libvirt on this node
   * @param fileSystem the type of the file system that its file is on; empty if it is no file
   */
  static ImageLock of(MovedDisk disk, Optional<String> manager, Optional<String> fileSystem) {
    if (disk.is(Trait.SHAREABLE)) {
      return none("it is shareable, so that every lock on it is shared as well");
    }
    if (manager.filter(MANAGERS::contains).isPresent()) {
      return new ImageLock(true, manager.get());
    }
    if (fileSystem.isEmpty()) {
      return none("the image locks of QEMU on a device do not leave this node");
    }
    String type = fileSystem.get();
    if (LOCKS_REACH.contains(type)) {
      return new ImageLock(true, "the image locks of QEMU on " + type);
    }
    return none(
        Storage.of(type) == Storage.OF_ONE_NODE
            ? "the image locks of QEMU on " + type + " do not leave this node"
            : "it is not known whether the image locks of QEMU on " + type + " reach other nodes");
  }

  private static ImageLock none(String words) {
    return new ImageLock(false, words);
  }
}
