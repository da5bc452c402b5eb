package org.scxvm.status;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.SharedFolder;
import org.scxvm.resource.ResourceName;
import org.scxvm.status.Report.Item;
import org.scxvm.status.Report.Section;
import org.scxvm.time.Time;
import org.scxvm.watched.Beat;
import org.scxvm.watched.FaultNote;
import org.scxvm.watched.HealthNote;

/**
 * Describes what the fault monitor of this node knows.
 *
 * @param isFine whether nothing of it needs a person's look
 */
record DescribeMonitor(Section section, boolean isFine) {

  /** Reads what it shows in the state folder of this node. */
  static DescribeMonitor of(SharedFolder state, ResourceName resource, Time time) {
    try {
      Optional<HealthNote.Told> told =
          state.read(HealthNote.fileOf(resource)).flatMap(HealthNote::told);
      Optional<Beat> beat = state.read(Beat.FILE).flatMap(Beat::parse);
      boolean lives = beat.filter(it -> isFresh(it, time)).isPresent();
      List<Item> items =
          List.of(
              Item.of("monitor", beat.map(it -> words(it, time)).orElse("does not run")),
              Item.of("watched", told.isPresent() ? "yes" : "no"),
              Item.of("found", told.map(it -> it.state() + ": " + it.words()).orElse("nothing")),
              Item.of("fault_noted", new FaultNote(state, resource).isThere() ? "yes" : "no"));
      return new DescribeMonitor(new Section("monitor", items), lives || told.isEmpty());
    } catch (FolderException e) {
      Item unknown = Item.of("monitor", "cannot be told: " + e.words());
      return new DescribeMonitor(new Section("monitor", List.of(unknown)), true);
    }
  }

  private static boolean isFresh(Beat beat, Time time) {
    return time.sinceBoot().filter(beat::isFresh).isPresent();
  }

  private static String words(Beat beat, Time time) {
    if (isFresh(beat, time)) {
      return "runs, process " + beat.monitor().pid();
    }
    Duration age = time.sinceBoot().orElse(beat.sinceBoot()).minus(beat.sinceBoot());
    return "gives no sign of life for " + age.toSeconds() + " s, process " + beat.monitor().pid();
  }
}
