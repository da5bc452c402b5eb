package org.scxvm.worlds;

import java.util.HashSet;
import java.util.Set;
import org.scxvm.message.Line;
import org.scxvm.message.Message;
import org.scxvm.message.Severity;

/** What one process of the agent has said. */
final class Said {

  private final SmallWorld world;
  private final String who;
  private final Set<String> formats = new HashSet<>();
  private boolean complained;

  Said(SmallWorld world, String who) {
    this.world = world;
    this.who = who;
  }

  /**
   * Notes a line.
   *
   * @param again it was said before; the process is only played again
   */
  void add(Line line, boolean again) {
    if (again) {
      return;
    }
    world.changed();
    formats.add(line.format());
    complained |= line.severity() == Severity.ERROR || line.severity() == Severity.WARNING;
    if (world.isTraced()) {
      world.say("    " + who + " says: " + line.text());
    }
  }

  boolean has(Message message) {
    return formats.contains(message.entry().format());
  }

  boolean hasComplaint() {
    return complained;
  }
}
