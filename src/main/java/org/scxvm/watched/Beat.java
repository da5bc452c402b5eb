package org.scxvm.watched;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.hypervisor.ProcessIdentity;

/**
 * That the fault monitor of a node lives, in {@code monitor.beat} of the state folder, on one line
 * that a shell can read.
 *
 * <pre>
 * scxvm-beat-1 16234 4711 81234
 * </pre>
 *
 * @param sinceBoot when it was written, in whole seconds since the machine has booted
 * @param monitor the monitor's process
 */
public record Beat(Duration sinceBoot, ProcessIdentity monitor) {

  public static final String FILE = "monitor.beat";

  /** How often one is written. */
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final String HEAD = "scxvm-beat-1";
  private static final int WORDS = 4;

  /** The text of the file. */
  public String text() {
    return HEAD + " " + sinceBoot.toSeconds() + " " + monitor.pid() + " " + monitor.start() + "\n";
  }

  /** The beat that a text holds; empty if it holds none. */
  public static Optional<Beat> parse(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != WORDS || !words[0].equals(HEAD)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Beat(
              Duration.ofSeconds(Long.parseLong(words[1])),
              new ProcessIdentity(Long.parseLong(words[2]), Long.parseLong(words[3]))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Whether the monitor lived two beats ago, at the latest. */
  public boolean isFresh(Duration now) {
    return now.minus(sinceBoot).compareTo(INTERVAL.multipliedBy(2)) <= 0;
  }
}
