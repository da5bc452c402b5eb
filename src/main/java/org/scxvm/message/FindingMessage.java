package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.WARNING;

/** What can be wrong with a resource and its node before anything is done. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum FindingMessage implements Message {
  FOLDER_UNUSABLE(
      ERROR,
      "Domain_pathname %s cannot be used: %s",
      "The saved definition and the marker are kept in that folder, by every node.",
      "Mend the folder on this node, or set Domain_pathname to one that every node can write."),
  NOT_TRUSTED(
      ERROR,
      "Definitions in %s are not trusted: %s",
      "Whoever can write a definition that is started here can do what root can do here.",
      "Correct owner and mode of what is named (chown, chmod go-w). Look whether the definition"
          + " is still yours."),
  NO_RECORDS(
      WARNING,
      "Domain_pathname is not set: nobody keeps on record which node may run the domain",
      "A Start then only knows what the other nodes answer, and a migration is refused unless every"
          + " disk has a lock that reaches other nodes.",
      "Set Domain_pathname to a folder on storage that all nodes share, of root alone."),
  FOLDER_OF_ONE_NODE(
      WARNING,
      "Domain_pathname %s is on a file system of type %s, expected storage that all %s nodes share,"
          + " which no single node can prove",
      "Such a file system belongs to one node, so the others would not find the definition. That"
          + " all nodes see the same folder cannot be proved from one of them.",
      "Compare the folder on all nodes, and set Domain_pathname to one on shared storage."),
  FOLDER_UNPROVEN(
      WARNING,
      "Domain_pathname %s is on a file system of type %s, which does not tell whether all %s nodes"
          + " share it, and no single node can prove that",
      "Nodes that see another folder would not find the definition.",
      "Compare the folder on all nodes."),
  FOLDER_SHARED(
      INFO,
      "Domain_pathname %s is on a file system of type %s, that all %s nodes see the same folder"
          + " there cannot be proved from this one",
      "Such a file system is made for several nodes, but each may have mounted another one.",
      "Compare the folder on all nodes once."),
  HYPERVISOR_SILENT(
      ERROR,
      "Hypervisor %s does not answer: %s",
      "Without libvirt on this node the domain can neither be started nor looked at.",
      "Start libvirtd on this node, or correct Connect_uri."),
  SAVED_UNUSABLE(
      ERROR,
      "Saved definition %s/%s.xml cannot be used: %s",
      "A node that does not know the domain defines it from that file.",
      "Put the .previous one in its place, or remove it: the next Start saves a new one."),
  NOT_DEFINED(
      WARNING,
      "Domain %s is not defined on this node, and %s/%s.xml is not there yet",
      "Start saves the definition for the other nodes, so one node must know the domain first.",
      "None if another node knows the domain and the resource is started there. Otherwise check"
          + " Domain_name, or create the domain."),
  TOO_FEW_NODES(
      ERROR,
      "Failover_type %s needs at least two nodes, the node list of the group is: %s",
      "A domain is migrated to another node of the node list, and there is none.",
      "Add a node to Nodelist, or set Failover_type to normal."),
  STAYS_TO_BE_KILLED(
      ERROR,
      "Migration_failure stay cannot be used with Failover_mode HARD",
      "The domain would stay where it is and its Stop would fail, and then the cluster would kill"
          + " the node, and the domain with it.",
      "Set Failover_mode to SOFT or NONE, or Migration_failure to shutdown."),
  RECOVERS_NOTHING(
      WARNING,
      "Start_recovers has no effect with Failover_type %s",
      "What is fetched from another node is migrated, the way that Failover_type names.",
      "Set Failover_type to migrate or \"migrate --live\", or Start_recovers to false."),
  PEER_SILENT(
      WARNING,
      "Hypervisor %s of node %s does not answer: %s",
      "While it does not, no domain is migrated to that node.",
      "None if the node is down. Otherwise check Peer_uri, libvirtd there, and its certificates."),
  AUTOSTART_ON(
      WARNING,
      "Autostart of domain %s is on, expected off",
      "libvirt starts such a domain by itself at boot, also while it runs on another node.",
      "Switch it off: virsh autostart --disable. Start does it, too, but only where it runs."),
  POWEROFF_ACTION(
      WARNING,
      "on_poweroff of domain %s is %s, expected destroy",
      "A guest that shuts down would not go off, so that Stop has to destroy it in the end.",
      "Set on_poweroff to destroy in the definition."),
  CRASH_ACTION(
      WARNING,
      "on_crash of domain %s is %s, expected destroy or restart",
      "The process of a crashed guest would stay and hold its disks.",
      "Set on_crash to destroy or restart in the definition."),
  SAVED_MEMORY(
      WARNING,
      "Domain %s has a managed-save image, expected none",
      "Its memory is older than the disk once the domain has run elsewhere. Start discards it.",
      "Start and shut down the domain by hand if its memory matters. Do not use managed save."),
  SNAPSHOTS(
      WARNING,
      "Domain %s has %s snapshots, expected none",
      "libvirt does not migrate a domain that has snapshots: each switch will be a cold one.",
      "Delete them with virsh snapshot-delete, or set Failover_type to normal."),
  GUESTS_SERVICE(
      WARNING,
      "Service libvirt-guests is enabled on this node, expected disabled",
      "At shutdown and boot it suspends, saves or starts domains without asking the cluster.",
      "Disable it: systemctl disable libvirt-guests."),
  SHORT_STOP(
      WARNING,
      "Stop_timeout is %s s, expected at least %s s",
      "A quarter of it is for a migration, and a guest needs its time to shut down.",
      "Raise Stop_timeout."),
  NOT_CHECKED(
      WARNING,
      "Domain %s could not be checked for its %s",
      "libvirt or the node did not answer that question.",
      "Read the next message: it names the cause.");

  private final Entry entry;

  FindingMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
