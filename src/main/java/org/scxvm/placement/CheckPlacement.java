package org.scxvm.placement;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.SharedFolders;
import org.scxvm.host.Host;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Findings;
import org.scxvm.message.Messages;
import org.scxvm.placement.PlacementOutcome.Here;
import org.scxvm.placement.PlacementOutcome.Impossible;
import org.scxvm.placement.PlacementOutcome.Possible;
import org.scxvm.time.Deadline;

/**
 * Judges whether a domain could run on this node now, before the cluster brings it. A no keeps the
 * cluster from saving the domain here, so only what surely prevents a start is one; whatever else
 * it finds it tells as a warning. It changes nothing.
 *
 * @param cluster opens the view of the cluster for questions that end at a deadline
 */
public record CheckPlacement(
    Hypervisors hypervisors,
    Function<Deadline, Cluster> cluster,
    SharedFolders folders,
    Host host,
    Messages messages) {

  /** A libvirtd that is just being restarted is no reason to stay away. */
  private static final int PATIENCE_PERCENT = 30;

  private static final Duration POLL = Duration.ofSeconds(1);

  public PlacementOutcome check(PlacementRequest request) {
    Findings findings = new Findings();
    Placing placing = new Placing(request, this, findings);
    Optional<String> silence = silence(placing);
    if (silence.isPresent()) {
      findings.add(FindingMessage.HYPERVISOR_SILENT, request.connectUri(), silence.get());
    } else {
      Sighting seen = placing.here().sight().look(request.domain(), placing.call());
      if (seen.answer().doing().isPresent()) {
        return new Here();
      }
      check(placing, seen);
    }
    findings.tell(messages);
    return findings.errors() == 0
        ? new Possible(findings.warnings())
        : new Impossible(findings.errors());
  }

  private static void check(Placing placing, Sighting seen) {
    seen.strayPid()
        .ifPresent(
            pid -> placing.findings().add(AgentMessage.STRAY_PROCESS, placing.domain(), pid));
    if (seen.isSilent()) {
      placing
          .findings()
          .add(FindingMessage.HYPERVISOR_SILENT, placing.request().connectUri(), seen.answer());
      return;
    }
    Optional<DomainXml> definition = new DefinitionToBoot(placing).find(seen);
    definition.ifPresent(found -> new NeedCheck(placing).check(found));
  }

  /** Why libvirt does not answer; empty if it does. */
  private static Optional<String> silence(Placing placing) {
    Deadline patience = placing.request().limit().share(PATIENCE_PERCENT);
    Hypervisor here = placing.here();
    while (true) {
      try {
        here.survey().reach(placing.call());
        return Optional.empty();
      } catch (HypervisorException e) {
        if (patience.hasPassed()) {
          return Optional.of(e.words());
        }
        patience.pause(POLL);
      }
    }
  }
}
