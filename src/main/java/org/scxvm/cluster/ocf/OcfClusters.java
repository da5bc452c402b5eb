package org.scxvm.cluster.ocf;

import java.util.Map;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.NoCluster;
import org.scxvm.host.HostFiles;
import org.scxvm.process.Commands;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** Pacemaker, or whoever else calls an OCF agent: its environment, and its commands. */
public final class OcfClusters implements Clusters {

  private final OcfCall call;
  private final Commands commands;
  private final HostFiles files;
  private final NoCluster byHand;

  /**
   * Uses the environment of this call.
   *
   * @param thisNode the name of this machine, where nobody says what the cluster calls it
   */
  public OcfClusters(
      Map<String, String> environment,
      Commands commands,
      HostFiles files,
      Supplier<NodeName> thisNode) {
    this.call = new OcfCall(environment);
    this.commands = commands;
    this.files = files;
    this.byHand = new NoCluster(thisNode);
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    Cluster none = byHand.of(identity, deadline);
    PacemakerNodes pacemaker = new PacemakerNodes(commands, deadline, call.node().isPresent());
    return new Cluster(
        new OcfResource(call, new VirtualDomainNames(call, files, deadline)),
        new OcfGroup(call, identity, pacemaker),
        new OcfNodes(call, none.nodes(), pacemaker),
        none.monitor());
  }
}
