package org.scxvm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scxvm.time.Time;

/** Who said or did what at which second. What is repeated over and over is told once. */
public final class Story {

  /** So many lines are looked at for a repetition. */
  private static final int BLOCK_LINES_MAX = 8;

  /** What happens less often is told each time. */
  private static final int TIMES_MIN = 4;

  private final Time time;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, String> lastSeen = new HashMap<>();

  private record Line(Duration moment, String who, String what) {

    boolean says(Line other) {
      return who.equals(other.who) && what.equals(other.what);
    }

    String text() {
      return String.format(Locale.ROOT, "%6.1f %-8s %s\n", seconds(), who, what);
    }

    double seconds() {
      return moment.toMillis() / 1000.0;
    }
  }

  Story(Time time) {
    this.time = time;
  }

  void add(String who, String what) {
    lines.add(new Line(time.sinceStart(), who, what));
  }

  /** What a look shows is told when it is another thing than the look before. */
  void seen(String place, String sighting) {
    if (!sighting.equals(lastSeen.put(place, sighting))) {
      add(place, "seen: " + sighting);
    }
  }

  /** Whether a line of that kind has been written. */
  boolean has(String who) {
    return lines.stream().anyMatch(line -> line.who().equals(who));
  }

  /** All lines. */
  public String text() {
    StringBuilder text = new StringBuilder();
    int next = 0;
    while (next < lines.size()) {
      next = append(text, next);
    }
    return text.toString();
  }

  /** Writes one line, or one block that is repeated; returns where to go on. */
  private int append(StringBuilder text, int first) {
    for (int length = 1; length <= BLOCK_LINES_MAX; length++) {
      int times = timesOf(first, length);
      if (times >= TIMES_MIN) {
        lines.subList(first, first + length).forEach(line -> text.append(line.text()));
        Line last = lines.get(first + times * length - 1);
        text.append(
            String.format(
                Locale.ROOT,
                "   ...          %s %d times more, last at %.1f\n",
                length == 1 ? "that" : "those " + length + " lines",
                times - 1,
                last.seconds()));
        return first + times * length;
      }
    }
    text.append(lines.get(first).text());
    return first + 1;
  }

  private int timesOf(int first, int length) {
    int at = first + length;
    while (at + length <= lines.size() && isSame(first, at, length)) {
      at += length;
    }
    return (at - first) / length;
  }

  private boolean isSame(int first, int second, int length) {
    for (int i = 0; i < length; i++) {
      if (!lines.get(first + i).says(lines.get(second + i))) {
        return false;
      }
    }
    return true;
  }
}
