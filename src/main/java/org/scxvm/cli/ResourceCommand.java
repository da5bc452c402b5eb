package org.scxvm.cli;

import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A subcommand about one resource, a callback of the cluster manager or a question of a person: how
 * it is called, and what it does when everything is there.
 */
interface ResourceCommand {

  /** The subcommand, which is also the method's name in messages. */
  String name();

  /** One line of {@code --help}. */
  String description();

  /** Its options beside those that all of them have. */
  default List<OptionSpec> options() {
    return List.of();
  }

  /** Who calls it. */
  default Caller caller() {
    return Caller.CLUSTER_MANAGER;
  }

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
