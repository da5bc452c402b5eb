package org.scxvm.watched;

import java.time.Duration;
import java.util.List;
import org.scxvm.resource.GuestShutdown;

/**
 * How the guest inside a domain is watched.
 *
 * @param shutdown what follows when it has shut itself down
 * @param agent whether its agent is asked for an answer
 * @param program a program that tells whether it is well, with its words; empty if there is none
 * @param limit how long one check may take
 */
public record GuestPolicy(
    GuestShutdown shutdown, boolean agent, List<String> program, Duration limit) {

  /** The same with less time for one check, if that is less. */
  public GuestPolicy within(Duration atMost) {
    return new GuestPolicy(shutdown, agent, program, limit.compareTo(atMost) < 0 ? limit : atMost);
  }

  /** Whether there is anything to check. */
  public boolean isChecked() {
    return agent || !program.isEmpty();
  }
}
