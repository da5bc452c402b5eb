package org.scxvm.cluster.serviceguard;

import java.util.Map;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoCluster;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/**
 * Serviceguard: the environment of an external script or a service, and commands that only tell.
 * None of them changes anything, so none can wait for a package.
 */
public final class ServiceguardClusters implements Clusters {

  private final ServiceguardCall call;
  private final Commands commands;
  private final NoCluster byHand;

  /**
   * Uses the environment of this call.
   *
   * @param thisNode the name of this machine, where nobody says what the cluster calls it
   */
  public ServiceguardClusters(
      Map<String, String> environment, Commands commands, Supplier<NodeName> thisNode) {
    this.call = new ServiceguardCall(environment);
    this.commands = commands;
    this.byHand = new NoCluster(thisNode);
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    Cluster none = byHand.of(identity, deadline);
    TellingCommands telling = new TellingCommands(commands, deadline, call.isOfPackage());
    return new Cluster(
        new ServiceguardResource(call),
        new ServiceguardGroup(call, identity, telling),
        new ServiceguardNodes(call, none.nodes(), telling),
        new ServiceguardMonitor(call));
  }
}
