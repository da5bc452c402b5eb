package org.scxvm.noop;

import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.ResourceName;

/**
 * The marker {@code .noop_<resource>} of one resource. The agent of 2008 believes any file of that
 * name, so it exists only between the NO-OP STOP and the next Start.
 */
public final class NoOpMarkers {

  private final SharedFolder folder;
  private final String file;
  private final String aside;
  private final String last;

  public NoOpMarkers(SharedFolder folder, ResourceName resource) {
    this.folder = folder;
    this.file = ".noop_" + resource;
    this.aside = ".stale_noop_" + resource; // a name that no agent takes for a marker
    this.last = ".moved_" + resource;
  }

  public FoundMarker find() throws FolderException {
    return found(file);
  }

  public void leave(NoOpMarker marker) throws FolderException {
    folder.write(file, marker.text());
  }

  /** Takes a marker away that has been believed; what it said stays known as the last move. */
  public void useUp() throws FolderException {
    folder.rename(file, last);
  }

  /** The last migration that a Start has taken over. */
  public FoundMarker findLast() throws FolderException {
    return found(last);
  }

  /**
   * Takes a marker away that is not to be believed, but keeps it for whoever wants to know why.
   *
   * @return the path under which it is kept
   */
  public String setAside() throws FolderException {
    folder.rename(file, aside);
    return folder.path() + "/" + aside;
  }

  private FoundMarker found(String name) throws FolderException {
    return folder.read(name).map(NoOpMarkers::of).orElseGet(FoundMarker.None::new);
  }

  private static FoundMarker of(String text) {
    if (text.isEmpty()) {
      return new FoundMarker.Empty();
    }
    return NoOpMarker.parse(text)
        .<FoundMarker>map(FoundMarker.Known::new)
        .orElseGet(FoundMarker.Damaged::new);
  }
}
