package org.scxvm.start;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Activity;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.OwnerLedger;

/** Finds the node from which the domain may be fetched. Any doubt, and there is none. */
record FindSource(Starting starting, OwnerLedger ledger) {

  /** A node where the domain runs, and whether anything speaks against fetching it. */
  record Source(NodeName node, Optional<String> objection) {}

  /**
   * The node that runs the domain; empty if none does, or if it cannot be told: whoever is going to
   * boot it says so then.
   *
   * @param uuid the domain's identity
   */
  Optional<Source> find(String uuid) throws ClusterException, FolderException {
    FoundOwner found = ledger.read();
    return Others.of(starting, found, uuid)
        .onlyRunning()
        .map(there -> new Source(there.node(), objection(there, found, uuid)));
  }

  private Optional<String> objection(Others.Running there, FoundOwner found, String uuid) {
    if (there.side().doing().filter(Activity.RUNNING::equals).isEmpty()) {
      return Optional.of("only what plainly runs is fetched, and it is " + there.side());
    }
    try {
      Optional<String> objection = ofRecord(found);
      if (objection.isEmpty()) {
        objection = ofDefinition(uuid);
      }
      return objection.isPresent() ? objection : ofCluster(there.node());
    } catch (ClusterException | FolderException | DefinitionException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Another method may be at it: one that boots it there, or moves it. */
  private Optional<String> ofRecord(FoundOwner found) throws ClusterException {
    Ownership recorded = starting.recorded(found);
    NodeName here = cluster().nodes().thisNode();
    boolean isBootedThere =
        recorded instanceof Ownership.Starting fresh && !fresh.node().equals(here);
    return isBootedThere
            || recorded instanceof Ownership.Moving
            || found instanceof FoundOwner.Damaged
        ? Optional.of("on record its owner is " + found)
        : Optional.empty();
  }

  /** What arrives would not be taken for the domain of this resource. */
  private Optional<String> ofDefinition(String uuid) throws FolderException, DefinitionException {
    return starting
        .files()
        .definitions()
        .find(starting.domain())
        .map(DomainXml::uuid)
        .filter(saved -> !saved.equals(uuid))
        .map(saved -> "its UUID is " + uuid + ", that of the saved definition " + saved);
  }

  /** Where the cluster has the group, or is about to have it, the domain is in its right place. */
  private Optional<String> ofCluster(NodeName node) throws ClusterException {
    Cluster cluster = cluster();
    List<NodeName> targets = cluster.group().targetNodes().orElse(List.of());
    if (targets.contains(node)) {
      return Optional.of("the group is being moved there");
    }
    return cluster.group().isOfflineOn(node)
        ? Optional.empty()
        : Optional.of("the group is not offline there");
  }

  private Cluster cluster() {
    return starting.cluster().apply(starting.call());
  }
}
