package org.scxvm.stop;

import java.util.Set;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainFiles;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.settle.Places;
import org.scxvm.time.Deadline;

/** What the steps of one Stop have in common. */
record Stopping(
    StopRequest request,
    StopBudget budget,
    Hypervisors hypervisors,
    Hypervisor here,
    SwitchSources sources,
    DomainFiles files,
    Messages messages) {

  Function<Deadline, Cluster> cluster() {
    return sources.cluster();
  }

  DomainName domain() {
    return request.domain();
  }

  Places places() {
    return new Places(
        hypervisors, request.connectUri(), request.peers(), cluster(), domain(), Set.of());
  }

  Look look() {
    return new Look(here.sight(), domain());
  }
}
