package org.scxvm.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.message.Messages;
import org.scxvm.message.MonitorMessage;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * Programs of an administrator's, one after the other, that must all end with 0 if what runs inside
 * a domain is well.
 *
 * @param paths the programs, without words for them
 */
public record GuestScripts(
    List<String> paths, DomainName domain, Commands commands, Messages messages) {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Runs them once; the first that fails is told, and those behind it are not run. */
  public boolean areWell(Deadline deadline) {
    return told(failure(deadline));
  }

  /** Runs them until all are well; only the last failure is told. */
  public boolean await(Deadline deadline) {
    Optional<String> failure = failure(deadline);
    while (failure.isPresent() && !deadline.less(PAUSE).hasPassed()) {
      deadline.pause(PAUSE);
      failure = failure(deadline);
    }
    return told(failure);
  }

  private boolean told(Optional<String> failure) {
    failure.ifPresent(words -> messages.say(MonitorMessage.SCRIPT_FAILED, domain, words));
    return failure.isEmpty();
  }

  private Optional<String> failure(Deadline deadline) {
    for (String path : paths) {
      try {
        Ended ended = commands.run(List.of(path), deadline);
        if (ended.status() != 0) {
          String output = (ended.out() + " " + ended.err()).strip().replaceAll("\\s+", " ");
          return Optional.of(path + " has ended with " + ended.status() + " " + output);
        }
      } catch (CommandException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }
}
