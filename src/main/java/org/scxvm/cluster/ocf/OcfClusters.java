package org.scxvm.cluster.ocf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoCluster;
import org.scxvm.process.CommandException;
import org.scxvm.process.Commands;
import org.scxvm.process.Commands.Ended;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** Pacemaker, or whoever else calls an OCF agent: its environment, and {@code crm_mon}. */
public final class OcfClusters implements Clusters {

  private static final List<String> STATUS = List.of("crm_mon", "-1", "--output-as=xml");

  private final OcfCall call;
  private final Commands commands;
  private final NoCluster byHand;

  /**
   * Uses the environment of this call.
   *
   * @param thisNode the name of this machine, where nobody says what the cluster calls it
   */
  public OcfClusters(
      Map<String, String> environment, Commands commands, Supplier<NodeName> thisNode) {
    this.call = new OcfCall(environment);
    this.commands = commands;
    this.byHand = new NoCluster(thisNode);
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    Cluster none = byHand.of(identity, deadline);
    Members members = () -> members(deadline);
    return new Cluster(
        new OcfResource(call),
        new OcfGroup(call, identity, members),
        new OcfNodes(call, none.nodes(), members),
        none.monitor());
  }

  /** The nodes of the cluster; none by hand, without a cluster. */
  interface Members {
    CrmMonitor ask() throws ClusterException;
  }

  /** Whoever was called by a cluster must know its nodes: a domain may run on any of them. */
  private CrmMonitor members(Deadline deadline) throws ClusterException {
    try {
      Ended ended = commands.run(STATUS, deadline);
      if (ended.status() == 0) {
        return CrmMonitor.parse(ended.out());
      }
      return none("status " + ended.status() + " " + ended.err().strip());
    } catch (CommandException e) {
      return none(String.valueOf(e.getMessage()));
    }
  }

  private CrmMonitor none(String why) throws ClusterException {
    Optional<String> node = call.node();
    if (node.isPresent()) {
      throw new ClusterException(String.join(" ", STATUS) + ": " + why);
    }
    return new CrmMonitor(Map.of());
  }
}
