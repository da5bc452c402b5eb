package org.scxvm.lastmove;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SealedText;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The note {@code .lastmove_<resource>} of one resource; each one takes the place of the last. */
public final class LastMoves {

  private static final Logger LOG = LoggerFactory.getLogger(LastMoves.class);

  /**
   * A healthy folder needs milliseconds; a method does not wait longer for what only people read.
   */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Function<Deadline, SharedFolder> folder;
  private final String file;

  /**
   * Finds the note of a resource.
   *
   * @param folder opens the shared folder for use that ends at a deadline
   */
  public LastMoves(Function<Deadline, SharedFolder> folder, ResourceName resource) {
    this.folder = folder;
    this.file = ".lastmove_" + resource;
  }

  /** The note. */
  public FoundMove find(Deadline deadline) throws FolderException {
    return folder.apply(deadline).read(file).map(LastMoves::found).orElseGet(FoundMove.None::new);
  }

  private static FoundMove found(String text) {
    Optional<SealedText> sealed = SealedText.parse(LastMove.HEAD, text);
    return sealed
        .<FoundMove>map(known -> new FoundMove.Known(known.values()))
        .orElseGet(FoundMove.Damaged::new);
  }

  /**
   * Keeps a note, if there is time for it and the folder takes it. Whoever calls has settled the
   * domain, and must not fail for this.
   *
   * @param answer when the method must have answered
   */
  public void keep(LastMove move, Deadline answer) {
    if (answer.less(LIMIT).hasPassed()) {
      LOG.debug("no time left to note the migration in {}", file);
      return;
    }
    try {
      folder.apply(answer.within(LIMIT)).write(file, move.text());
    } catch (FolderException e) {
      LOG.debug("migration not noted: {}", e.words());
    }
  }
}
