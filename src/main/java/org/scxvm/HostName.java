package org.scxvm;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;

/** The name of this machine, where no cluster manager gives it one. */
record HostName(Commands commands, Time time) implements Supplier<NodeName> {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Override
  public NodeName get() {
    try {
      String name = commands.run(List.of("uname", "-n"), Deadline.in(time, LIMIT)).out().strip();
      return new NodeName(name);
    } catch (CommandException e) {
      throw new IllegalStateException("the name of this machine is not to be had", e);
    }
  }
}
