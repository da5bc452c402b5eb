package org.scxvm.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.OffReason;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.hypervisor.Sighting;

/** All that can be seen of a domain on the two sides of a move. */
final class Copies {

  static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";

  /** A copy whose memory stands still. */
  static final Set<Activity> PAUSED =
      Set.of(
          Activity.PAUSED_BY_USER,
          Activity.PAUSED_SINCE_LATE_BOOT,
          Activity.PAUSED_BY_IO_ERROR,
          Activity.PAUSED_BY_FAULT,
          Activity.PAUSED_BY_MIGRATION,
          Activity.CRASHED);

  private Copies() {}

  /** A move, seen from both sides. */
  record Pair(Sighting source, Answer target) {
    MoveTruth truth() {
      return MoveTruth.of(Side.of(source), Side.of(target));
    }

    boolean targetIs(Set<Activity> activities) {
      return target.doing().filter(activities::contains).isPresent();
    }
  }

  static List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (Activity activity : Activity.values()) {
      answers.add(new Answer.Active(UUID, activity));
    }
    answers.add(new Answer.Inactive(UUID, OffReason.OTHER));
    answers.add(new Answer.Inactive(UUID, OffReason.MIGRATED));
    answers.add(new Answer.NotKnown());
    answers.add(new Answer.Silent("no answer in time"));
    return answers;
  }

  static List<Sighting> sightings() {
    List<Sighting> sightings = new ArrayList<>();
    for (Answer answer : answers()) {
      sightings.add(new Sighting(answer, new ProcessSighting.Alive(4711)));
      sightings.add(new Sighting(answer, new ProcessSighting.Absent()));
      sightings.add(new Sighting(answer, new ProcessSighting.CannotLook("hidepid")));
      sightings.add(new Sighting(answer, new ProcessSighting.NoAnswer("it took too long")));
      sightings.add(new Sighting(answer, new ProcessSighting.NotNeeded()));
    }
    return sightings;
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (Sighting source : sightings()) {
      answers().forEach(target -> pairs.add(new Pair(source, target)));
    }
    return pairs;
  }
}
