package org.scxvm.utilization;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;

/**
 * Writes what a domain needs into the CIB, as utilization of its resource: what Pacemaker places
 * resources by, if its placement-strategy says so.
 */
public record PublishUtilization(ResourceName resource, Commands commands, Messages messages) {

  /** What crm_resource may end with where there is no such attribute; 2.1.5 ends with 0. */
  private static final int NO_SUCH_OBJECT = 105;

  /**
   * Writes what is another than it is there: each write has Pacemaker think anew. What cannot be
   * written is told, and hinders nobody.
   *
   * @param wanted the attributes by name; one without a value is taken away
   */
  public void publish(Map<String, Optional<Long>> wanted, Deadline deadline) {
    for (Map.Entry<String, Optional<Long>> each : wanted.entrySet()) {
      Optional<String> value = each.getValue().map(String::valueOf);
      try {
        if (!value.equals(now(each.getKey(), deadline))) {
          commands.output(change(each.getKey(), value), deadline);
        }
      } catch (CommandException e) {
        messages.sayWithCause(
            AgentMessage.UTILIZATION_NOT_SET,
            String.valueOf(e.getMessage()),
            each.getKey(),
            resource);
        return; // the next would meet the same
      }
    }
  }

  private Optional<String> now(String attribute, Deadline deadline) throws CommandException {
    List<String> words =
        List.of("crm_resource", "-Q", "-r", resource.toString(), "-z", "-g", attribute);
    Ended ended = commands.run(words, deadline);
    if (ended.status() != 0 && ended.status() != NO_SUCH_OBJECT) {
      throw new CommandException(
          String.join(" ", words) + ": status " + ended.status() + " " + ended.err().strip());
    }
    return Optional.of(ended.out().strip()).filter(value -> !value.isEmpty());
  }

  private List<String> change(String attribute, Optional<String> value) {
    String name = resource.toString();
    return value.isPresent()
        ? List.of("crm_resource", "-r", name, "-z", "-p", attribute, "-v", value.get())
        : List.of("crm_resource", "-r", name, "-z", "-d", attribute);
  }
}
