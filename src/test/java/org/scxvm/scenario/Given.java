package org.scxvm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first half of a scenario.
 *
 * <pre>
 * # why this is a story
 * timeout = 60 s
 * at 12.5 s: libvirt here = hangs
 * after boot here: domain here = paused by a fault
 * 3 s after boot here: domain here = running
 * </pre>
 */
record Given(List<Line> lines) {

  /** When a line comes true. */
  enum When {
    FROM_THE_START,
    AT,
    AFTER
  }

  /**
   * One line.
   *
   * @param delay for {@code AT} from the start, for {@code AFTER} from the end of the call
   * @param call for {@code AFTER} the call, as in {@code boot here}
   */
  record Line(When when, Duration delay, String call, String key, String value) {}

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern AT = Pattern.compile("at " + NUMBER + " s: (.+)");
  private static final Pattern AFTER =
      Pattern.compile("(?:" + NUMBER + " s )?after ([a-z' ]+): (.+)");
  private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9_' ]+?) = (.*)");
  private static final Pattern SECONDS = Pattern.compile(NUMBER + " s");

  static Given parse(String text) {
    List<Line> lines = new ArrayList<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(line -> lines.add(parseLine(line)));
    return new Given(List.copyOf(lines));
  }

  private static Line parseLine(String line) {
    Matcher at = AT.matcher(line);
    if (at.matches()) {
      return pair(When.AT, ofSeconds(at.group(1)), "", at.group(2));
    }
    Matcher after = AFTER.matcher(line);
    if (after.matches()) {
      Duration delay = after.group(1) == null ? Duration.ZERO : ofSeconds(after.group(1));
      return pair(When.AFTER, delay, after.group(2), after.group(3));
    }
    return pair(When.FROM_THE_START, Duration.ZERO, "", line);
  }

  private static Line pair(When when, Duration delay, String call, String text) {
    Matcher pair = PAIR.matcher(text);
    if (!pair.matches()) {
      throw new IllegalArgumentException("no line of a given half: " + text);
    }
    return new Line(when, delay, call, pair.group(1), pair.group(2).strip());
  }

  /** {@code 12.5 s}. */
  static Duration duration(String value) {
    Matcher seconds = SECONDS.matcher(value);
    if (!seconds.matches()) {
      throw new IllegalArgumentException("expected \"N s\", found \"" + value + "\"");
    }
    return ofSeconds(seconds.group(1));
  }

  private static Duration ofSeconds(String number) {
    return Duration.ofMillis(Math.round(Double.parseDouble(number) * 1000));
  }
}
