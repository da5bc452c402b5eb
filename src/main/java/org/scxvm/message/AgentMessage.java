package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.NOTICE;
import static org.scxvm.message.Severity.WARNING;

/** The messages that this agent has beside those of 2008. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum AgentMessage implements Message {
  CAUSE(
      NOTICE,
      "Cause of message %s: %s",
      "The words of whoever failed: libvirt, a command, the file system.",
      "Act on the message whose id is named."),
  WRONG_COMMAND_LINE(
      ERROR,
      "Wrong command line: %s",
      "The agent was called with words that it does not know, or without one that it needs.",
      "Correct the call. The cluster calls the agent only through the wrappers in bin."),
  WRONG_SETTING(
      ERROR,
      "Wrong setting: %s",
      "A property, an option or a line of the configuration file has a value that cannot be used.",
      "Correct the value that the message names."),
  STOPPED_ALREADY(INFO, "Domain %s is off already", "There was nothing to stop.", "None."),
  CLUSTER_SILENT(
      ERROR,
      "The cluster does not answer: %s",
      "A command of the cluster manager failed or did not end in time. Nothing was done.",
      "Find out why the command that the message names fails."),
  NO_LOCK(
      ERROR,
      "Resource %s cannot be locked: %s",
      "The folder of the lock files cannot be used, so two methods could get in each other's way.",
      "Mend the folder that the message names (state.dir)."),
  LOCKED(
      ERROR,
      "Resource %s is busy: %s",
      "Another method of the same resource is at work on this node; this one waited in vain.",
      "None if it ends by itself. Otherwise look at the process that the message names."),
  UNFORESEEN(
      ERROR,
      "Unforeseen error: %s",
      "The agent met something that it was not written for. The method has failed.",
      "Report it with the next message, which says where in the program it happened."),
  INTERRUPTED(
      ERROR,
      "Ended by signal %s after %s ms",
      "The cluster manager or somebody else ended the method before it was done.",
      "Raise the timeout of the method if it ran out. Look where the domain runs."),
  NOT_MIGRATED(
      NOTICE,
      "Domain %s is not migrated: %s",
      "The domain is shut down here and started elsewhere, for the reason that the message gives."
          + " Only a guest that is plainly well is migrated.",
      "None."),
  STAYS(
      ERROR,
      "Domain %s stays on this node, its migration to %s failed",
      "Migration_failure is stay: the Stop fails, and the domain is neither moved nor shut down.",
      "Read the messages before. Mend the cause, clear STOP_FAILED and switch again."),
  NOT_HANDED_OVER(
      ERROR,
      "Domain %s was not migrated: %s",
      "A migration that the cluster manager has asked for (migrate_to) did not bring the domain to"
          + " its target. It was not shut down for that. Where it is, messages before say.",
      "Mend the cause that the message names. Under Pacemaker, with on-fail=block for migrate_to:"
          + " crm_resource --cleanup, with no constraint left that moves it."),
  MOVE_OUT_OF_TIME(
      NOTICE,
      "Migration of domain %s to %s took more than its share of Stop_timeout",
      "The migration had a quarter of Stop_timeout. Both nodes are now asked where the domain is.",
      "Raise Stop_timeout, or give the migration more bandwidth."),
  DOWNTIME(
      INFO,
      "Domain %s stood still for %s ms during its migration",
      "The downtime as libvirt measured it, and the time until the copy was let go on.",
      "None."),
  COPY_DESTROYED(
      WARNING,
      "The copy of domain %s on node %s is destroyed",
      "A migration failed and left a copy whose memory may be older than the disk.",
      "None. The memory of that copy is lost on purpose."),
  COPY_WOULD_BE_DESTROYED(
      NOTICE,
      "The copy of domain %s on node %s would be destroyed",
      "The domain runs twice; a recover without --dry-run ends this copy.",
      "None."),
  COPY_NOT_RULED_OUT(
      ERROR,
      "It cannot be told whether a copy of domain %s is on %s",
      "A migration was begun, and the other node does not say what came of it.",
      "Look there, end the copy if there is one, then clear STOP_FAILED."),
  ELSEWHERE(
      ERROR,
      "Domain %s is not started here: it may run on node %s, which says: %s",
      "Another node runs the domain, or is on record as one that may and does not answer.",
      "Switch the group to the node that is named, or end the domain there."),
  FETCHED(
      NOTICE,
      "Domain %s runs on node %s, it is being %s to this node",
      "Start_recovers is set, and the cluster does not have the group online there.",
      "None."),
  NOT_FETCHED(
      NOTICE,
      "Domain %s is not fetched from node %s",
      "Start_recovers is set, but the domain could not be migrated to this node, or must not be.",
      "Read the next message: it names the cause. The domain is left where it is."),
  PEER_TRUSTED(
      INFO,
      "Node %s does not say whether it runs domain %s (%s)",
      "The cluster starts the domain here, and nothing on record speaks against it.",
      "None. Set Peer_check to require if only an answer is to count."),
  RUNS_TWICE(
      ERROR,
      "Domain %s runs on this node, and may run on %s",
      "Two copies may write to the same disk. This Start has failed so that the cluster ends one.",
      "End one of them at once: scxvm recover keeps the one of the owner on record."),
  STRANGER(
      ERROR,
      "Domain %s on this node is not the one whose definition is saved, that has UUID %s",
      "There is another domain of the same name; its definition must not replace the saved one.",
      "Rename or undefine the one here. If it is the right one, remove the saved definition."),
  COPY_NOT_RESUMED(
      WARNING,
      "The copy of domain %s on node %s could not be resumed",
      "The domain was migrated, arrived paused, and its hypervisor did not let it go on.",
      "None if the next Start does. Otherwise read the next message: it names the cause."),
  OWNER_CHANGED(
      INFO,
      "Owner of domain %s on record: %s; before: %s (%s)",
      "Which node may run the domain is kept in the shared folder, one file for each change.",
      "None."),
  OWNER_NOT_RECORDED(
      WARNING,
      "The owner of domain %s could not be put on record",
      "The shared folder did not take the change, or another node was faster.",
      "Mend the shared folder. The next Start asks all nodes and puts it right."),
  MARKER_NOT_WRITTEN(
      WARNING,
      "The marker for node %s could not be written",
      "The domain was migrated, but the note of it for the next Start is missing.",
      "None. Start finds the domain running. Mend the shared folder."),
  MARKER_NOT_READ(
      WARNING,
      "The marker of resource %s could not be read or removed",
      "The shared folder did not answer.",
      "Mend the shared folder."),
  STALE_MARKER(
      WARNING,
      "Marker of resource %s not believed (%s), kept as %s",
      "A note of a migration does not fit what is seen; it must not keep the domain from starting.",
      "None. Remove the file when you have no more use for it."),
  DEFINITION_STAYS(
      WARNING,
      "Domain %s stays defined on node %s after its migration from there",
      "libvirt refused to give the definition up; snapshots are the usual reason.",
      "None. It is compared with the saved definition at the next Start on that node."),
  DEFINE_REFUSED(
      ERROR,
      "Domain %s could not be defined from %s/%s.xml",
      "There is a saved definition, but libvirt does not take it, or it is not this domain's.",
      "Read the next message. Correct the file, or put the .previous one in its place."),
  DEFINITION_REPLACED(
      NOTICE,
      "The definition of domain %s on this node is replaced by %s/%s.xml",
      "Another node has changed the definition since this node saved its own.",
      "None."),
  DEFINITION_KEPT(
      WARNING,
      "The definition that domain %s had on this node is kept as %s",
      "It had changed, but the saved one has changed too and is what ran last.",
      "Compare both, and make the change again if it is still wanted."),
  DEFINITION_UNCHECKED(
      WARNING,
      "The saved definition of domain %s could not be compared with this node's",
      "The shared folder or libvirt did not answer; the domain starts with this node's definition.",
      "Read the next message: it names the cause."),
  AUTOSTART_CLEARED(
      WARNING,
      "Autostart of domain %s was on, it is switched off",
      "libvirt would have started the domain by itself at boot, also while it runs elsewhere.",
      "None. Leave autostart off."),
  AUTOSTART_NOT_CLEARED(
      WARNING,
      "Autostart of domain %s could not be switched off",
      "If it is on, libvirt starts the domain by itself at boot, also while it runs elsewhere.",
      "virsh autostart --disable on this node."),
  SAVED_MEMORY_DISCARDED(
      WARNING,
      "The managed-save image of domain %s is discarded",
      "Its memory is older than the disk, which has been written since; it is never restored.",
      "None. Do not use managed save for domains of the cluster."),
  PAUSED_BY_USER(
      NOTICE,
      "Domain %s is paused by the user and stays so",
      "The domain is here and paused; somebody wants it so.",
      "Resume it with virsh when it is to go on."),
  RESUMED(
      NOTICE,
      "Domain %s was paused by a fault and is resumed",
      "An I/O error or the like had stopped the guest; it is tried once more.",
      "Look at the storage of the domain."),
  WOKEN(NOTICE, "Domain %s was suspended and is woken", "The guest had gone to sleep.", "None."),
  CRASHED_DESTROYED(
      WARNING,
      "Domain %s has crashed, it is destroyed and booted",
      "The guest is dead, its process was kept for a look at it (on_crash).",
      "None. Set on_crash to destroy or restart for domains of the cluster."),
  STRAY_PROCESS(
      ERROR,
      "Domain %s is off for libvirt, but its process %s is alive",
      "A process of the domain runs that libvirt does not know; it may write to the disk.",
      "Find out why, and end that process by hand."),
  STATE_UNKNOWN(
      ERROR,
      "The state of domain %s cannot be told: %s",
      "Neither libvirt nor the process table says whether the domain runs here.",
      "Look at libvirtd on this node. Unknown is never taken for stopped."),
  DEGRADED(
      WARNING,
      "Domain %s is not well: %s",
      "The domain is up, but not plainly running, or not known for sure.",
      "Look at the domain with virsh domstate --reason."),
  NOT_UP(
      ERROR,
      "Domain %s is not up: %s",
      "The domain is off, or up without hope. The cluster restarts it or moves it elsewhere.",
      "None if it is started again. If not, look into the guest and into libvirt's log."),
  SETTINGS_REMEMBERED(
      NOTICE,
      "The domain of resource %s cannot be told, what this node noted last is used",
      "Pacemaker stops without any parameter what is deleted after a cleanup; or the file that"
          + " names the domain (config) cannot be read.",
      "If the resource is still there: see to the file, and set domain_name."),
  SETTING_CHANGED(
      NOTICE,
      "Setting %s of resource %s has changed from %s to %s",
      "An administrator has changed it. It is in force for every method that runs from now on.",
      "None."),
  NO_SETTING_CHANGED(
      INFO,
      "No setting of resource %s has changed",
      "The resource was updated, but nothing that this agent reads has another value than before.",
      "None."),
  SETTINGS_NOT_KNOWN_BEFORE(
      INFO,
      "The settings of resource %s were not known on this node before",
      "The resource was updated; what it was before cannot be told. From now on it can.",
      "None."),
  SETTINGS_NOT_NOTED(
      WARNING,
      "The settings of resource %s could not be compared with those before",
      "The folder state.dir could not be read or written. The new settings are in force.",
      "Read the next message: it names the cause."),
  UTILIZATION_NOT_SET(
      WARNING,
      "Utilization %s of resource %s was not written",
      "Pacemaker places the resource by what the CIB had before. The domain is not concerned.",
      "Read the next message: it names the cause."),
  STATUS_NOT_SET(
      WARNING,
      "The status of resource %s could not be set",
      "The cluster manager did not take the status.",
      "Read the next message: it names the cause.");

  private final Entry entry;

  AgentMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
