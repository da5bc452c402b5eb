package org.scxvm.cluster.rgm;

import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.Clusters;
import org.scxvm.process.Commands;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** The Resource Group Manager, asked through its {@code scha_*} commands. */
public final class RgmClusters implements Clusters {

  private final Commands commands;
  private final String folder;

  /**
   * Uses the commands of a folder.
   *
   * @param folder where the commands are, usually {@code /usr/cluster/bin}
   */
  public RgmClusters(Commands commands, String folder) {
    this.commands = commands;
    this.folder = folder;
  }

  /** Whether this machine has the commands at all. */
  public static boolean isThere(Commands commands, String folder) {
    return commands.isThere(folder + "/scha_resource_get");
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    ClusterCommand command = new ClusterCommand(commands, folder, deadline);
    RgmResource resource = new RgmResource(command, identity);
    return new Cluster(
        resource,
        new RgmGroup(command, resource),
        new RgmNodes(command),
        new RgmMonitor(command, resource, identity));
  }
}
