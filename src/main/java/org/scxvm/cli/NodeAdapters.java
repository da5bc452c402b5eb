package org.scxvm.cli;

import org.scxvm.commandlog.CommandLogs;
import org.scxvm.folder.SharedFolders;
import org.scxvm.host.Host;
import org.scxvm.host.HostFiles;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.process.Commands;

/** What of this node itself the command line is connected to. */
public interface NodeAdapters {

  SharedFolders folders();

  /** The command logs of this node. */
  CommandLogs commandLogs();

  Host host();

  /** The programs of this node. */
  Commands commands();

  /** This process. */
  ProcessIdentity self();

  /** Files of this node that are not the agent's. */
  HostFiles hostFiles();

  /**
   * The locks of this node.
   *
   * @param stateDir the folder of the lock files
   */
  ResourceLocks locks(String stateDir);
}
