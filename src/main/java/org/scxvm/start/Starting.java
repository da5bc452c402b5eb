package org.scxvm.start;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.Messages;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.OwnerRecord;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.DomainName;
import org.scxvm.settle.Places;
import org.scxvm.time.Deadline;
import org.scxvm.time.Share;

/** What the steps of one Start have in common. */
record Starting(
    StartRequest request,
    Hypervisors hypervisors,
    Hypervisor here,
    Function<Deadline, Cluster> cluster,
    DomainFiles files,
    Messages messages) {

  /** libvirt that needs longer for a look counts as silent; it is asked again. */
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

  /** Calls that only read or write a definition. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(20);

  DomainName domain() {
    return request.domain();
  }

  Places places() {
    return new Places(
        hypervisors, request.connectUri(), request.peers(), cluster, domain(), Set.of());
  }

  /** Who may run the domain, as far as a record says so that is about this domain. */
  Ownership recorded(FoundOwner found) {
    return found instanceof FoundOwner.Known known && isOfThisDomain(known.record().subject())
        ? known.record().ownership()
        : new Ownership.Nobody();
  }

  private boolean isOfThisDomain(OwnerRecord.Subject subject) {
    return subject.resource().equals(request.resource()) && subject.domain().equals(domain());
  }

  /** When the last word must have been said. */
  Deadline answer() {
    return request.limit().answer();
  }

  /** A boot may take long, but what came of it must still be looked at. */
  Deadline boot() {
    Duration fifth = Share.of(answer().remaining(), 5);
    return answer().less(fifth.compareTo(LOOK_LIMIT) < 0 ? fifth : LOOK_LIMIT);
  }

  Deadline call() {
    return answer().within(CALL_LIMIT);
  }

  Sighting look() {
    return here.sight().look(domain(), answer().within(LOOK_LIMIT));
  }
}
