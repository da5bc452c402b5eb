package org.scxvm.scenario;

import java.util.Optional;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveSurvey;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/**
 * What the libvirt of a simulated node knows about a domain that is to be moved.
 *
 * <pre>
 * job here = a backup
 * block job here = vda: copy
 * uuid name there = other         the domain that has the UUID
 * running as here = &lt;cpu .../>   further elements while it runs; otherwise as it is defined
 * </pre>
 */
final class FakeMoveSurvey implements MoveSurvey {

  private final FakeNode node;
  private Optional<String> job = Optional.empty();
  private Optional<String> blockJob = Optional.empty();
  private Optional<String> uuidName = Optional.empty();
  private Optional<String> runningAs = Optional.empty();

  FakeMoveSurvey(FakeNode node) {
    this.node = node;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "job" -> job = Optional.of(value);
      case "block job" -> blockJob = Optional.of(value);
      case "uuid name" -> uuidName = Optional.of(value);
      case "running as" -> runningAs = Optional.of(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public String describeNow(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("describe now", deadline, () -> node.domain().mustBeKnown());
    DefinitionText text = node.domain().describe();
    return new DefinitionText(
            text.name(), text.uuid(), text.version(), runningAs.orElse(text.more()))
        .xml();
  }

  @Override
  public Optional<String> job(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("job info", deadline, () -> node.domain().mustBeActive());
    return job;
  }

  @Override
  public Optional<String> blockJob(DomainName domain, String disk, Deadline deadline)
      throws HypervisorException {
    node.calls().make("block job info", deadline, () -> node.domain().mustBeActive());
    return blockJob
        .filter(words -> words.startsWith(disk + ": "))
        .map(words -> words.substring(disk.length() + 2));
  }

  @Override
  public Optional<String> nameOf(String uuid, Deadline deadline) throws HypervisorException {
    node.calls().make("UUID", deadline, () -> {});
    return uuidName;
  }
}
