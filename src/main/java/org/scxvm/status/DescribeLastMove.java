package org.scxvm.status;

import java.util.ArrayList;
import java.util.List;
import org.scxvm.definition.DomainFiles;
import org.scxvm.folder.FolderException;
import org.scxvm.lastmove.FoundMove;
import org.scxvm.noop.FoundMarker;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;
import org.scxvm.time.Deadline;

/**
 * Describes the last migration: of interest to a person, but no decision uses it, so nothing about
 * it is wrong.
 */
record DescribeLastMove(DomainFiles files, Deadline deadline) {

  Section section() {
    return new Section("last_move", items());
  }

  private List<Item> items() {
    try {
      FoundMove noted = files.lastMoves().find(deadline);
      return files.markers().findLast() instanceof FoundMarker.Known used
              && isOlder(noted, used.marker().time())
          ? DescribeFiles.items(used.marker())
          : items(noted);
    } catch (FolderException e) {
      return state("cannot be told: " + e.words());
    }
  }

  /** The note is not kept at any price: where there is none of that move, its marker has to do. */
  private static boolean isOlder(FoundMove noted, String time) {
    return !(noted instanceof FoundMove.Known known) || known.time().compareTo(time) < 0;
  }

  private static List<Item> items(FoundMove found) {
    if (!(found instanceof FoundMove.Known known)) {
      return state(found instanceof FoundMove.None ? "none" : "damaged");
    }
    List<Item> items = new ArrayList<>(state("known"));
    known.facts().forEach((name, value) -> items.add(Item.of(name, value)));
    return List.copyOf(items);
  }

  private static List<Item> state(String words) {
    return List.of(Item.of("state", words));
  }
}
