package org.scxvm.probe;

import java.time.Duration;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.hypervisor.Health;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.Messages;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look at a domain, one verdict; the cluster's status follows it. */
public final class ProbeDomain {

  private static final Logger LOG = LoggerFactory.getLogger(ProbeDomain.class);

  /** A libvirt that needs longer counts as silent, and the process table is asked. */
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

  private static final int LOOK_PERCENT = 50;

  /**
   * A verdict that is known must not wait for the cluster: whoever asked has a limit of his own.
   */
  private static final Duration STATUS_LIMIT = Duration.ofSeconds(5);

  private final Hypervisors hypervisors;
  private final Function<Deadline, Cluster> cluster;
  private final Messages messages;

  /**
   * Connects the use case to its ports.
   *
   * @param cluster opens the view of the cluster for questions that end at a deadline
   */
  public ProbeDomain(
      Hypervisors hypervisors, Function<Deadline, Cluster> cluster, Messages messages) {
    this.hypervisors = hypervisors;
    this.cluster = cluster;
    this.messages = messages;
  }

  /** Looks once, and tells what was seen. */
  public Health probe(ProbeRequest request) {
    return tell(request, look(request, request.limit().share(LOOK_PERCENT)));
  }

  /** Looks once, for a while at most. */
  public Sighting look(ProbeRequest request, Deadline deadline) {
    return hypervisors
        .at(request.connectUri())
        .sight()
        .look(request.domain(), deadline.within(LOOK_LIMIT));
  }

  /** Says how well the domain is, to operators and the cluster, too. */
  public Health tell(ProbeRequest request, Sighting seen) {
    Health health = Health.of(seen);
    LOG.debug("probe: {} is {}: {}", request.domain(), seen, health);
    seen.strayPid()
        .ifPresent(pid -> messages.say(AgentMessage.STRAY_PROCESS, request.domain(), pid));
    switch (health) {
      case DEGRADED -> messages.say(AgentMessage.DEGRADED, request.domain(), seen);
      case UNKNOWN -> messages.say(AgentMessage.STATE_UNKNOWN, request.domain(), seen);
      case FAILED -> messages.say(AgentMessage.NOT_UP, request.domain(), seen);
      case OK -> LOG.debug("nothing to tell");
    }
    setStatus(request, health, seen);
    return health;
  }

  /** A complete failure needs no status from us: whoever asked acts on it. */
  private void setStatus(ProbeRequest request, Health health, Sighting seen) {
    try {
      ResourceView resource =
          cluster.apply(request.limit().answer().within(STATUS_LIMIT)).resource();
      switch (health) {
        case DEGRADED, UNKNOWN -> resource.setStatus(ResourceStatus.DEGRADED, seen.toString());
        case OK -> {
          if (resource.status() == ResourceStatus.DEGRADED) {
            resource.setStatus(ResourceStatus.OK, "");
          }
        }
        case FAILED -> LOG.debug("status is left to the caller");
      }
    } catch (ClusterException e) {
      messages.sayWithCause(AgentMessage.STATUS_NOT_SET, e.words(), request.resource());
    }
  }
}
