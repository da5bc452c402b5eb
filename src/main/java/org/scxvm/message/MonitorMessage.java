package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.NOTICE;
import static org.scxvm.message.Severity.WARNING;

/** What the fault monitor says. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum MonitorMessage implements Message {
  WATCHED(INFO, "Domain %s of resource %s is watched from now on", "Monitor_start.", "None."),
  NOT_WATCHED(INFO, "Domain %s of resource %s is not watched any more", "Monitor_stop.", "None."),
  WELL(INFO, "Domain %s is well: %s", "The fault monitor has found nothing wrong.", "None."),
  LEFT_OFF(
      NOTICE,
      "Domain %s is off, and left so: %s",
      "The guest has shut itself down and Guest_shutdown is stay-off, or somebody has migrated the"
          + " domain away by hand.",
      "None if that was wanted. Otherwise switch the group to where the domain is, or restart it."),
  RECOVERY_ASKED(
      NOTICE,
      "The cluster is asked for a %s of resource %s: %s",
      "The fault monitor has found the domain down, or a guest that does not do its work.",
      "None if it comes up again. Otherwise look for the cause that the message names."),
  RECOVERY_REFUSED(
      ERROR,
      "The cluster has refused a %s of resource %s",
      "No other node may have the group, or the cluster forbids it (Failover_mode). The domain is"
          + " left as it is, and watched on.",
      "Read the next message: it names the cause. Bring the domain up by hand."),
  NOT_REGISTERED(
      ERROR,
      "Resource %s cannot be registered with the fault monitor, or taken back from it",
      "The folder state.dir cannot be read or written.",
      "Read the next message: it names the cause."),
  NOT_TAKEN_UP(
      ERROR,
      "The fault monitor of this node does not take resource %s up",
      "It was registered, but the monitor does not run, or hangs.",
      "Look for messages of the monitor. By hand: run monitor_xvm in a terminal."),
  NOT_STARTED(
      ERROR,
      "The fault monitor of this node cannot be started for resource %s",
      "pmfadm has failed, or there is no cluster manager here that would keep it running.",
      "Read the next message: it names the cause."),
  NOT_ENDED(
      ERROR,
      "The fault monitor of this node cannot be ended after resource %s",
      "pmfadm has failed. No resource is registered any more, so the monitor does nothing.",
      "Read the next message: it names the cause. End the process by hand."),
  GUEST_NOT_WELL(
      ERROR,
      "The guest of domain %s has not become well: %s",
      "Start_wait_for_guest is set, and the checks of the guest have not said in time that it is"
          + " well; or the domain is down again.",
      "Look at its console. If it only takes long to boot, set a longer Start_timeout."),
  SCRIPT_FAILED(
      ERROR,
      "Something inside domain %s is not well: %s",
      "A program of monitor_scripts has not ended with 0.",
      "Run it by hand, and look at what it checks."),
  BEGUN(INFO, "The fault monitor of this node has begun, process %s", "It was started.", "None."),
  ENDED(INFO, "The fault monitor of this node has ended", "It was told to end.", "None."),
  RUNS_ALREADY(
      WARNING,
      "The fault monitor of this node runs already: %s",
      "There is one for all resources of a node; a second one would act twice.",
      "None. To start it anew, end the one that the message names; the cluster starts another.");

  private final Entry entry;

  MonitorMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
