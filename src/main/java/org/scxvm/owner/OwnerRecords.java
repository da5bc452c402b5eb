package org.scxvm.owner;

import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.Generations;
import org.scxvm.folder.Generations.Generation;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;

/**
 * The records {@code .owner_<resource>.<generation>} of one resource. Whoever changes the owner
 * publishes the generation after the one that he has read, and so loses to whoever was faster.
 */
public final class OwnerRecords {

  private final SharedFolder folder;
  private final String stem;

  public OwnerRecords(SharedFolder folder, ResourceName resource) {
    this.folder = folder;
    this.stem = ".owner_" + resource;
  }

  /** The newest record. */
  public FoundOwner find() throws FolderException {
    return find(generations());
  }

  /** The newest record, for somebody who cannot wait for it. */
  public FoundOwner find(Deadline deadline) throws FolderException {
    return find(generations().within(deadline));
  }

  private FoundOwner find(Generations generations) throws FolderException {
    Optional<Generation> newest = generations.newest();
    return newest.map(this::found).orElseGet(FoundOwner.None::new);
  }

  /**
   * Publishes what follows after a record.
   *
   * @param after what was found
   * @return false if another one has been published meanwhile: what was concluded no longer holds
   */
  public boolean publish(FoundOwner after, OwnerRecord record) throws FolderException {
    return generations().publish(new Generation(after.number() + 1, record.text()));
  }

  private FoundOwner found(Generation newest) {
    return OwnerRecord.parse(newest.text())
        .<FoundOwner>map(record -> new FoundOwner.Known(newest.number(), record))
        .orElseGet(
            () -> new FoundOwner.Damaged(newest.number(), generations().pathOf(newest.number())));
  }

  private Generations generations() {
    return folder.generations(stem);
  }
}
