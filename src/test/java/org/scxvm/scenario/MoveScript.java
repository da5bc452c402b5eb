package org.scxvm.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a move goes, once both nodes have been reached.
 *
 * <pre>
 * takes 5 s
 * takes 5 s, downtime 120 ms
 * not begun after 1 s: WORDS
 * fails after 8 s: WORDS
 * hangs, cancelled in 2 s
 * hangs, cannot be cancelled
 * </pre>
 */
record MoveScript(Kind kind, Duration takes, Optional<Duration> downtime, String words) {

  enum Kind {
    SUCCEEDS,
    NOT_BEGUN,
    FAILS,
    CANCELLED,
    CANNOT_BE_CANCELLED
  }

  private static final Pattern SUCCESS =
      Pattern.compile("takes ([0-9.]+ s)(?:, downtime (\\d+) ms)?");
  private static final Pattern FAILURE =
      Pattern.compile("(not begun|fails) after ([0-9.]+ s): (.+)");
  private static final Pattern CANCELLED = Pattern.compile("hangs, cancelled in ([0-9.]+ s)");

  /** How long the adapter waits for the end of a move that it has cancelled. */
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  static MoveScript of(String text) {
    Matcher success = SUCCESS.matcher(text);
    if (success.matches()) {
      Optional<Duration> downtime =
          Optional.ofNullable(success.group(2)).map(ms -> Duration.ofMillis(Long.parseLong(ms)));
      return new MoveScript(Kind.SUCCEEDS, Given.duration(success.group(1)), downtime, "");
    }
    Matcher failure = FAILURE.matcher(text);
    if (failure.matches()) {
      Kind kind = failure.group(1).equals("fails") ? Kind.FAILS : Kind.NOT_BEGUN;
      return plain(kind, Given.duration(failure.group(2)), failure.group(3));
    }
    Matcher cancelled = CANCELLED.matcher(text);
    if (cancelled.matches()) {
      return plain(Kind.CANCELLED, Given.duration(cancelled.group(1)), "out of time, cancelled");
    }
    if (text.equals("hangs, cannot be cancelled")) {
      return plain(
          Kind.CANNOT_BE_CANCELLED,
          CANCEL_LIMIT,
          "out of time; libvirt gave no answer to the cancellation");
    }
    throw new IllegalArgumentException("no move: " + text);
  }

  private static MoveScript plain(Kind kind, Duration takes, String words) {
    return new MoveScript(kind, takes, Optional.empty(), words);
  }
}
