package org.scxvm.cli;

import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;

/** One callback: how it is called, and what it does when everything is there. */
interface Callback {

  /** The subcommand, which is also the method's name in messages. */
  String name();

  /** One line of {@code --help}. */
  String description();

  /** The status when the settings are wrong. */
  default int statusOfWrongSetting() {
    return ExitStatus.FAILURE;
  }

  /** The status when the cluster manager does not answer. */
  default int statusOfSilentCluster() {
    return ExitStatus.FAILURE;
  }

  /** Does it; returns the exit status. */
  int run(MethodCall call) throws SettingException, ClusterException, LockException;
}
