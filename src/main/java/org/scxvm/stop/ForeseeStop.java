package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.Messages;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.Destination;
import org.scxvm.time.Deadline;

/**
 * Tells where a Stop would migrate the domain now, or why nowhere. It asks what Stop asks, in the
 * same order, and changes nothing; the peer and the shared folder are not tried.
 */
public final class ForeseeStop {

  private final Hypervisors hypervisors;
  private final SwitchSources sources;
  private final Messages messages;

  /** Connects the use case to its ports. */
  public ForeseeStop(Hypervisors hypervisors, SwitchSources sources, Messages messages) {
    this.hypervisors = hypervisors;
    this.sources = sources;
    this.messages = messages;
  }

  /** The node; if there is none, the reason is said. */
  public Optional<NodeName> target(StopRequest request) {
    Deadline deadline = request.limit().answer();
    Look look = new Look(hypervisors.at(request.connectUri()).sight(), request.domain());
    Sighting seen = look.until(deadline);
    Destination destination = new FindTarget(request, sources).find(seen, deadline);
    if (destination instanceof Destination.To to) {
      return Optional.of(to.node());
    }
    new NoMigration(request.domain(), messages).answer((Destination.Nowhere) destination);
    return Optional.empty();
  }
}
