package org.scxvm.cli;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.monitor.GuestScripts;
import org.scxvm.time.Deadline;

/** What OCF wants to know of the guest, where its domain is up. */
record OcfGuest(MethodCall call) {

  /** From this depth on the agent in the guest is asked, and the program of Plugin_probe. */
  private static final int INSIDE = 10;

  /** Whether it is well, looked at once. */
  boolean isWell(int depth) throws SettingException, ClusterException {
    return areScriptsWell(GuestScripts::areWell)
        && (depth < INSIDE || StartCallback.awaitGuest(call));
  }

  /** What brought the domain up has succeeded only when its scripts have, too. */
  OcfStatus awaited(int exitStatus) throws SettingException, ClusterException {
    OcfStatus status = OcfStatus.of(exitStatus);
    return status == OcfStatus.SUCCESS && !areScriptsWell(GuestScripts::await)
        ? OcfStatus.GENERIC
        : status;
  }

  /** How scripts are run. */
  private interface Way {
    boolean run(GuestScripts scripts, Deadline deadline);
  }

  private boolean areScriptsWell(Way way) throws SettingException, ClusterException {
    Deadline deadline = call.limit().answer();
    Optional<String> paths = call.cluster().apply(deadline).resource().extension("Monitor_scripts");
    return paths.isEmpty()
        || way.run(
            new GuestScripts(
                List.of(paths.get().strip().split("\\s+")),
                call.settings().domain(),
                call.adapters().commands(),
                call.messages()),
            deadline);
  }
}
