package org.scxvm.cli;

import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.SettingException;
import org.scxvm.monitor.AwaitGuest;
import org.scxvm.monitor.GuestScripts;
import org.scxvm.time.Deadline;

/** What OCF wants to know of the guest, where its domain is up. */
record OcfGuest(MethodCall call) {

  /** From this depth on the agent in the guest is asked, and the program of Plugin_probe. */
  private static final int INSIDE = 10;

  /** Whether it is well, looked at once. */
  boolean isWell(int depth) throws SettingException, ClusterException {
    return areScriptsWell(GuestScripts::areWell) && (depth < INSIDE || isWellInside());
  }

  /** Waits for its scripts. */
  boolean await() throws SettingException, ClusterException {
    return areScriptsWell(GuestScripts::await);
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

  private boolean isWellInside() throws SettingException, ClusterException {
    Adapters adapters = call.adapters();
    return new AwaitGuest(
            adapters.watchedHypervisors(), adapters.commands(), call.messages(), adapters.time())
        .await(MonitorStartCallback.registration(call), call.limit().answer());
  }
}
