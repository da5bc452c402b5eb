package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.WARNING;

/** Why a domain could not run on a node now: an error surely keeps it off, a warning may not. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum PlacementMessage implements Message {
  NO_MEMORY(
      ERROR,
      "Domain %s needs %s MiB of memory, this node can give %s MiB at most",
      "The domain takes all of its memory at the start, so it would not start here.",
      "Choose another node, make the domain smaller, or take others away."),
  LITTLE_MEMORY(
      WARNING,
      "Domain %s needs %s MiB of memory, this node has %s MiB available now",
      "The domain would start, because it takes its memory bit by bit. Then the node swaps, or ends"
          + " processes if it has not even the swap.",
      "Take other domains away from this node."),
  NO_HUGE_PAGES(
      ERROR,
      "Domain %s needs %s huge pages of %s KiB, this node can give %s",
      "Huge pages are taken all at once at the start, and cannot be swapped for others.",
      "Raise the number of huge pages on this node."),
  CPU_DOUBTFUL(
      WARNING,
      "Domain %s asks for a CPU that this node may not have in full",
      "libvirt calls the CPU incompatible with the one that it reports for this node. It may start"
          + " the domain nevertheless.",
      "Choose a CPU model that all nodes have: virsh hypervisor-cpu-baseline."),
  DISK_MISSING(
      ERROR,
      "Disk %s of domain %s is not there on this node",
      "A domain that is migrated needs its disks on both nodes.",
      "Attach the storage to this node."),
  DISK_NOT_YET(
      WARNING,
      "Disk %s of domain %s is not there on this node yet",
      "Another resource of the group may bring it before the domain is started.",
      "None if so. Otherwise attach the storage to this node."),
  FOLDER_NOT_YET(
      WARNING,
      "Folder %s for domain %s is not there on this node yet",
      "Another resource of the group may bring it before the domain is started.",
      "None if so. Otherwise mount the storage on this node, or correct Domain_pathname."),
  SAVED_NOT_YET(
      WARNING,
      "Saved definition %s/%s.xml of domain %s is not there on this node yet",
      "Another resource of the group may bring it before the domain is started. Without it no node"
          + " starts a domain that it does not know.",
      "None if so. Otherwise start the resource on a node that knows the domain: it saves the"
          + " definition."),
  NETWORK_INACTIVE(
      ERROR,
      "Network %s of domain %s is not active on this node",
      "libvirt does not start a domain whose network is not active.",
      "Start it with virsh net-start, and have it started at boot: virsh net-autostart."),
  BRIDGE_MISSING(
      ERROR,
      "Bridge %s of domain %s is not there on this node",
      "libvirt does not start a domain whose bridge is not there.",
      "Make the bridge on this node."),
  POOL_INACTIVE(
      ERROR,
      "Storage pool %s of domain %s is not active on this node",
      "libvirt does not start a domain with a disk from a pool that is not active.",
      "Start it with virsh pool-start, and have it started at boot: virsh pool-autostart."),
  POOL_NOT_YET(
      WARNING,
      "Storage pool %s of domain %s is not active on this node yet",
      "Another resource of the group may bring its storage before the domain is started.",
      "None if so. Otherwise start it with virsh pool-start.");

  private final Entry entry;

  PlacementMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
