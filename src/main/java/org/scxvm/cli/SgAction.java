package org.scxvm.cli;

import java.util.List;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.lock.LockException;
import org.scxvm.validate.CheckPackage;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An entry point of Serviceguard's external script, or its service: what a callback does, called by
 * its wrapper under this name and answered with a status of Serviceguard.
 */
record SgAction(String name, String description, List<OptionSpec> options, Body body)
    implements ResourceCommand {

  /** How their names begin. */
  static final String PREFIX = "sg_";

  /** The one that stays. */
  static final String MONITOR = "sg_monitor";

  static final List<SgAction> ALL =
      List.of(
          new SgAction(
              "sg_start",
              "Serviceguard: brings the domain up on this node.",
              List.of(),
              SgStart::run),
          new SgAction(
              "sg_stop",
              "Serviceguard: takes the domain off this node without a migration.",
              List.of(SgStop.reasonOption()),
              SgStop::run),
          new SgAction(
              "sg_validate",
              "Serviceguard: judges the package configuration, and this node.",
              List.of(),
              SgAction::validate),
          new SgAction(
              MONITOR,
              "Serviceguard: watches the domain, and ends when the package is to be halted.",
              List.of(),
              SgMonitor::run));

  /** What it does when everything is there. */
  interface Body {
    SgStatus run(MethodCall call) throws SettingException, ClusterException, LockException;
  }

  /** All that is wrong is told, not only the first thing. */
  private static SgStatus validate(MethodCall call) throws SettingException, ClusterException {
    boolean resource = new ValidateCallback().run(call) == ExitStatus.SUCCESS;
    boolean group =
        new CheckPackage(
                call.cluster().apply(call.limit().answer()),
                call.adapters().hostFiles(),
                call.limit().answer(),
                call.messages())
            .check();
    return resource && group ? SgStatus.SUCCESS : SgStatus.FAILED;
  }

  /** It is as wrong on every other node. */
  @Override
  public int statusOfWrongSetting() {
    return statusOfNoAnswer();
  }

  @Override
  public int statusOfSilentCluster() {
    return statusOfNoAnswer();
  }

  /** A service that cannot watch says nothing of the domain: its wrapper begins it anew. */
  private int statusOfNoAnswer() {
    return name.equals(MONITOR) ? ExitStatus.FAILURE : SgStatus.FAILED.exitStatus();
  }

  @Override
  public int run(MethodCall call) throws SettingException, ClusterException, LockException {
    return body.run(call).exitStatus();
  }
}
