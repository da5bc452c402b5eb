package org.scxvm.convert;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.time.Grace;

/**
 * The timeout of a stop. VirtualDomain asks the guest to shut down until 5 s before its end; this
 * agent destroys it earlier, because that may take its time, too.
 */
final class StopTimeout {

  /** Where nobody has set one: what the meta-data advise. */
  static final String USUAL = "240s";

  private static final Pattern DURATION =
      Pattern.compile("\\s*(\\d{1,9})\\s*(ms|msec|us|usec|s|sec|m|min|h|hr|)\\s*");

  private static final long RESERVE_OF_VIRTUAL_DOMAIN = 5;

  private StopTimeout() {}

  /**
   * The timeout with which the guest is asked as long as before.
   *
   * @param before as a CIB has it, such as {@code 90s} or {@code 2min}
   */
  static String asLongAs(String before) {
    OptionalLong seconds = seconds(before);
    if (seconds.isEmpty()) {
      return USUAL;
    }
    long asked = seconds.getAsLong() - RESERVE_OF_VIRTUAL_DOMAIN;
    return Math.max(asked + Grace.RESERVE.toSeconds(), -Math.floorDiv(-asked * 100, Grace.PERCENT))
        + "s";
  }

  private static OptionalLong seconds(String duration) {
    Matcher matcher = DURATION.matcher(duration.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return OptionalLong.of(
        switch (matcher.group(2)) {
          case "ms", "msec" -> number / 1000;
          case "us", "usec" -> number / 1_000_000;
          case "m", "min" -> number * 60;
          case "h", "hr" -> number * 3600;
          default -> number;
        });
  }
}
