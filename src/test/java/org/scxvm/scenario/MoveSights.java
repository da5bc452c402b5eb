package org.scxvm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.hypervisor.MoveStep;
import org.scxvm.hypervisor.MoveWatcher;

/**
 * What is seen of a move while it goes on, and when after its beginning.
 *
 * <pre>
 * 2 s: sent 25 percent at 60 MiB/s; 4 s: downtime 600 ms; 6 s: throttle 20 percent
 * 8 s: look 700 MiB sent, pass 3, dirty 12 MiB/s
 * 0 s: not taken THING: WORDS; 9 s: took 512 MiB, 9.5 s, 3 passes
 * </pre>
 */
record MoveSights(List<Sight> sights) {

  static final MoveSights NONE = new MoveSights(List.of());

  private static final long MIB = 1L << 20;

  private static final Pattern SENT = Pattern.compile("sent (\\d+) percent at (\\d+) MiB/s");
  private static final Pattern LOOK =
      Pattern.compile("look (\\d+) MiB sent, pass (\\d+), dirty (\\d+) MiB/s");
  private static final Pattern DOWNTIME = Pattern.compile("downtime (\\d+) ms");
  private static final Pattern THROTTLE = Pattern.compile("throttle (\\d+) percent");
  private static final Pattern NOT_TAKEN = Pattern.compile("not taken ([^:]+): (.+)");
  private static final Pattern TOOK =
      Pattern.compile("took (\\d+) MiB, ([0-9.]+ s), (\\d+) passes");

  private record Sight(Duration at, MoveStep step) {}

  static MoveSights of(String text) {
    List<Sight> sights = new ArrayList<>();
    for (String each : text.split(";", -1)) {
      String[] pair = each.strip().split(": ", 2);
      sights.add(new Sight(Given.duration(pair[0]), step(pair[1])));
    }
    return new MoveSights(List.copyOf(sights));
  }

  private static MoveStep step(String text) {
    Matcher sent = SENT.matcher(text);
    if (sent.matches()) {
      long rate = Long.parseLong(sent.group(2)) * MIB;
      MoveSample sample = new MoveSample(100, 1, 1, 1, rate, 0, 0);
      return new MoveStep.Sent(Integer.parseInt(sent.group(1)), sample);
    }
    Matcher look = LOOK.matcher(text);
    if (look.matches()) {
      long bytes = Long.parseLong(look.group(1)) * MIB;
      long dirtyRate = Long.parseLong(look.group(3)) * MIB;
      return new MoveStep.Looked(
          new MoveSample(bytes, bytes, 1, Long.parseLong(look.group(2)), 1, dirtyRate, 0));
    }
    Matcher downtime = DOWNTIME.matcher(text);
    if (downtime.matches()) {
      return new MoveStep.DowntimeRaised(Duration.ofMillis(Long.parseLong(downtime.group(1))));
    }
    Matcher throttle = THROTTLE.matcher(text);
    if (throttle.matches()) {
      return new MoveStep.Throttled(Integer.parseInt(throttle.group(1)));
    }
    Matcher notTaken = NOT_TAKEN.matcher(text);
    if (notTaken.matches()) {
      return new MoveStep.NotTaken(notTaken.group(1), notTaken.group(2));
    }
    Matcher took = TOOK.matcher(text);
    if (took.matches()) {
      return new MoveStep.Finished(
          new MoveFigures(
              Optional.empty(),
              Optional.of(Given.duration(took.group(2))),
              OptionalLong.of(Long.parseLong(took.group(1)) * MIB),
              Long.parseLong(took.group(3))));
    }
    throw new IllegalArgumentException("nothing that could be seen of a move: " + text);
  }

  /** What libvirt tells of it in the end, as far as it was given. */
  MoveFigures figures(Optional<Duration> downtime) {
    for (Sight each : sights) {
      if (each.step() instanceof MoveStep.Finished finished) {
        MoveFigures seen = finished.figures();
        return new MoveFigures(downtime, seen.total(), seen.sentBytes(), seen.passes());
      }
    }
    return new MoveFigures(downtime, Optional.empty(), OptionalLong.empty(), 0);
  }

  /** Lets that time go by, and shows what is seen meanwhile. */
  void during(Duration takes, SimulatedTime time, MoveWatcher watcher) {
    Duration gone = Duration.ZERO;
    for (Sight each : sights) {
      time.sleep(each.at().minus(gone));
      gone = each.at();
      watcher.sees(each.step());
    }
    time.sleep(takes.minus(gone));
  }
}
