package org.scxvm.monitor;

import java.time.Duration;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.Recovery;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.MonitorMessage;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.watched.FaultNote;
import org.scxvm.watched.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the cluster manager what was found, and asks it to act. */
final class AskCluster {

  private static final Logger LOG = LoggerFactory.getLogger(AskCluster.class);

  private static final String METHOD = "monitor";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A request that is taken on ends when Stop and Start have; it is not waited for any longer. */
  private static final Duration RECOVERY_LIMIT = Duration.ofHours(1);

  private final Clusters clusters;
  private final ResourceLocks locks;
  private final Ground ground;

  AskCluster(Clusters clusters, ResourceLocks locks, Ground ground) {
    this.clusters = clusters;
    this.locks = locks;
    this.ground = ground;
  }

  private Cluster cluster(Registration registration, Duration limit) {
    return clusters.of(registration.identity(), Deadline.in(ground.time(), limit));
  }

  /** The restarts that the cluster manager has counted; empty if it does not say. */
  Optional<Integer> restarts(Registration registration) {
    try {
      return Optional.of(cluster(registration, LIMIT).monitor().restarts());
    } catch (ClusterException e) {
      LOG.debug("restarts not counted: {}", e.words());
      return Optional.empty();
    }
  }

  /** Says what was found, and sets the status of the resource. */
  void tell(Registration registration, Deed.Tell what) {
    Finding finding = what.finding();
    DomainName domain = registration.domain();
    switch (finding.verdict()) {
      case WELL -> {
        note(registration).remove();
        ground.messages().say(MonitorMessage.WELL, domain, finding.words());
      }
      case DOUBTFUL -> ground.messages().say(AgentMessage.DEGRADED, domain, finding.words());
      case LEFT_OFF -> ground.messages().say(MonitorMessage.LEFT_OFF, domain, finding.words());
      case FAULTY -> ground.messages().say(AgentMessage.NOT_UP, domain, finding.words());
    }
    if (finding.verdict() != Verdict.FAULTY || what.alone()) {
      setStatus(registration, finding);
    }
  }

  private void setStatus(Registration registration, Finding finding) {
    ResourceStatus status =
        switch (finding.verdict()) {
          case WELL -> ResourceStatus.OK;
          case DOUBTFUL -> ResourceStatus.DEGRADED;
          case LEFT_OFF -> ResourceStatus.OFFLINE;
          case FAULTY -> ResourceStatus.FAULTED;
        };
    try {
      cluster(registration, LIMIT).resource().setStatus(status, finding.words());
    } catch (ClusterException e) {
      ground
          .messages()
          .sayWithCause(AgentMessage.STATUS_NOT_SET, e.words(), registration.resource());
    }
  }

  /**
   * Asks the cluster manager to bring a domain up again. A method that is at work on the resource
   * knows better, and so does a look that is made while none is.
   */
  Asked recover(Registration registration, Recovery recovery, Finding why, Reach reach) {
    try {
      if (!isStillFaulty(registration, why, reach)) {
        return Asked.NOT_NEEDED;
      }
    } catch (LockException e) {
      LOG.debug("not recovered: {}", e.words());
      return Asked.BUSY;
    }
    if (recovery == Recovery.GIVEOVER) {
      note(registration).write(why.words()); // Stop shall not carry it along
      setStatus(registration, why);
    }
    try {
      return ask(registration, recovery, why);
    } catch (FolderException e) {
      LOG.debug("registration not read: {}", e.words());
      return Asked.BUSY;
    }
  }

  private Asked ask(Registration registration, Recovery recovery, Finding why)
      throws FolderException {
    if (!isRegistered(registration)) {
      return Asked.NOT_NEEDED;
    }
    ground
        .messages()
        .say(MonitorMessage.RECOVERY_ASKED, recovery, registration.resource(), why.words());
    try {
      cluster(registration, RECOVERY_LIMIT).monitor().ask(recovery);
      return Asked.TAKEN;
    } catch (ClusterException e) {
      return refused(registration, recovery, e);
    }
  }

  /** A recovery begins with the end of the monitor, and of whom it has asked: no refusal, that. */
  private Asked refused(Registration registration, Recovery recovery, ClusterException e)
      throws FolderException {
    if (!isRegistered(registration)) {
      return Asked.TAKEN;
    }
    ground
        .messages()
        .sayWithCause(
            MonitorMessage.RECOVERY_REFUSED, e.words(), recovery, registration.resource());
    return Asked.REFUSED;
  }

  private boolean isRegistered(Registration registration) throws FolderException {
    return ground.registrations().find(registration.id()).isPresent();
  }

  private FaultNote note(Registration registration) {
    return new FaultNote(ground.state().get(), registration.resource());
  }

  private boolean isStillFaulty(Registration registration, Finding why, Reach reach)
      throws LockException {
    Deadline atOnce = Deadline.in(ground.time(), Duration.ZERO);
    try (ResourceLocks.Held held =
        locks.acquire(LockName.of(registration.resource()), METHOD, atOnce)) {
      LOG.debug("no method of {} is at work: {}", registration.resource(), held);
      if (!why.bySight()) {
        return true;
      }
      Sighting seen = reach.look(registration.domain());
      return Finding.of(seen, 0, registration.guest().shutdown()).verdict() == Verdict.FAULTY;
    }
  }
}
