package org.scxvm.cli;

import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.Supervision;
import org.scxvm.config.ConfigurationFile;
import org.scxvm.config.SettingException;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;

/** What the command line is connected to; nothing of it is touched before it is needed. */
public interface Adapters extends NodeAdapters {

  Time time();

  ConfigurationFile configuration() throws SettingException;

  Reporting reporting();

  /**
   * The cluster manager of this node.
   *
   * @param bin the folder of the cluster's commands
   */
  Clusters clusters(String bin);

  Hypervisors hypervisors();

  /** The hypervisors of this node, to be watched. */
  WatchedHypervisors watchedHypervisors();

  /**
   * Who keeps the fault monitor of this node running.
   *
   * @param bin the folder of the cluster's commands
   */
  Supervision supervision(String bin, Deadline deadline);
}
