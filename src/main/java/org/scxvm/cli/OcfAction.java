package org.scxvm.cli;

import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.resource.FailoverType;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An action of the OCF agent: what a callback does, called by its wrapper under this name and
 * answered with a status of OCF.
 */
record OcfAction(String name, String description, Body body) implements ResourceCommand {

  private static final String MIGRATE_TO = "ocf_migrate_to";

  /** How their names begin. */
  static final String PREFIX = "ocf_";

  /** All of them that need the agent. */
  static final List<OcfAction> ALL =
      List.of(
          new OcfAction(
              "ocf_start",
              "OCF: brings the domain up on this node.",
              call -> arrived(call, new StartCallback().run(call))),
          new OcfAction(
              "ocf_stop",
              "OCF: takes the domain off this node without a migration.",
              OcfAction::stop),
          new OcfAction(
              "ocf_monitor", "OCF: tells whether the domain is up here.", new OcfMonitor()),
          new OcfAction(
              MIGRATE_TO,
              "OCF: migrates the domain to the node that the cluster names, or leaves it here.",
              OcfMigration::to),
          new OcfAction(
              "ocf_migrate_from",
              "OCF: takes over the domain that was migrated here; nothing is booted.",
              OcfMigration::from),
          new OcfAction(
              "ocf_validate_all",
              "OCF: judges the parameters of the resource, and this node.",
              OcfAction::validate));

  /** What it does when everything is there. */
  interface Body {
    OcfStatus run(MethodCall call) throws SettingException, ClusterException, LockException;
  }

  @Override
  public List<OptionSpec> options() {
    return body instanceof OcfMonitor ? OcfMonitor.OPTIONS : List.of();
  }

  /** What brought the domain up has ended. */
  static OcfStatus arrived(MethodCall call, int exitStatus)
      throws SettingException, ClusterException {
    if (exitStatus == ExitStatus.SUCCESS) {
      new OcfUtilization(call).publish();
    }
    return new OcfGuest(call).awaited(exitStatus);
  }

  private static OcfStatus stop(MethodCall call)
      throws SettingException, ClusterException, LockException {
    return OcfStatus.of(StopCallback.stop(new KnownDomain(call).ofStop(), FailoverType.NORMAL));
  }

  private static OcfStatus validate(MethodCall call) throws SettingException, ClusterException {
    return new ValidateCallback().run(call) == ExitStatus.SUCCESS
        ? OcfStatus.SUCCESS
        : OcfStatus.ARGUMENTS;
  }

  /**
   * Pacemaker takes it for a mistake that every node would make, and stops the domain everywhere:
   * it is for parameters alone, never for this node's own configuration file, and never for what
   * only a migration needs: that leaves the domain where it is.
   */
  @Override
  public int statusOfWrongSetting() {
    return (name.equals(MIGRATE_TO) ? OcfStatus.GENERIC : OcfStatus.CONFIGURED).exitStatus();
  }

  @Override
  public int statusOfSilentCluster() {
    return OcfStatus.GENERIC.exitStatus();
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    return body.run(call).exitStatus();
  }
}
