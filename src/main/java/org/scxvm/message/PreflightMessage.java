package org.scxvm.message;

import static org.scxvm.message.Severity.ERROR;
import static org.scxvm.message.Severity.INFO;
import static org.scxvm.message.Severity.WARNING;

/** What a look before a migration finds: an error surely makes it fail, a warning may. */
@SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
public enum PreflightMessage implements Message {
  NOT_A_TARGET(
      ERROR,
      "Node %s is no node to migrate to: expected another one of the node list (%s) than this (%s)",
      "A group is switched only to nodes of its node list, so a domain is migrated only there.",
      "Name another node, or add it to Nodelist."),
  TARGET_SILENT(
      ERROR,
      "Node %s is not reached at %s: %s",
      "A migration needs libvirt on both nodes, and credentials that it accepts. No further"
          + " question was put to that node.",
      "Start libvirtd there. Otherwise check Peer_uri, the network and the certificates."),
  SAME_MACHINE(
      ERROR,
      "Node %s is reached at %s, but that machine has the host UUID of this one: %s",
      "libvirt does not migrate from a machine to itself, and takes two with one UUID for one.",
      "Correct Peer_uri. If it is another machine, set host_uuid in its libvirtd.conf."),
  PLATFORM_LACKING(
      ERROR,
      "Domain %s needs %s, which node %s does not have: %s",
      "The target must have the same type of machine, the same kind of virtualization and the"
          + " emulator at the same path. An older QEMU does not know newer types of machines.",
      "Bring QEMU there up to date, or give the domain a type of machine that both nodes know."),
  NOT_RUNNING(
      ERROR,
      "Domain %s is not running on this node: %s",
      "Only a domain that runs is migrated. What else was found is about its next boot.",
      "Start the resource here, or ask on the node where the domain runs."),
  NOT_WELL(
      ERROR,
      "Domain %s is not plainly well, so that it is not migrated: %s",
      "A switch migrates only a guest that runs, or that the user has paused.",
      "Look at the domain with virsh domstate --reason."),
  ACTIVE_THERE(
      ERROR,
      "Domain %s is active on node %s already: %s",
      "libvirt refuses to migrate. If both copies run they destroy the disk.",
      "Find out which copy is the right one, and end the other by hand."),
  OTHER_THERE(
      ERROR,
      "Domain %s is another one on node %s: UUID %s there, %s here",
      "libvirt refuses to migrate to a node that has another domain of the same name.",
      "Rename or undefine the other domain."),
  UUID_TAKEN(
      ERROR,
      "UUID %s of domain %s is that of domain %s on node %s",
      "libvirt refuses to migrate to a node that has another domain of the same UUID.",
      "Undefine the other domain, or give it a UUID of its own."),
  NO_MEMORY_THERE(
      ERROR,
      "Domain %s needs %s MiB of memory at once, node %s has %s MiB in all",
      "The memory of the domain is locked or taken at its start, so it cannot fit.",
      "Choose another node, or make the domain smaller."),
  NETWORK_INACTIVE_THERE(
      ERROR,
      "Network %s of domain %s is not active on node %s",
      "libvirt does not start a domain whose network is not active, nor let one arrive.",
      "Start it there: virsh net-start, and for the next boot virsh net-autostart."),
  POOL_INACTIVE_THERE(
      ERROR,
      "Storage pool %s of domain %s is not active on node %s",
      "libvirt finds a disk from a pool only while the pool is active.",
      "Start it there: virsh pool-start, and for the next boot virsh pool-autostart."),
  DISK_REFUSED(
      ERROR,
      "Disk %s of domain %s is refused by libvirt: %s",
      "libvirt looks whether both nodes see the same disk, past all caches, before it migrates.",
      "Put the disk on shared storage and set its cache mode to none. Where it is shared although"
          + " libvirt does not know it: shared_filesystems in qemu.conf, or"
          + " Migration_options=unsafe."),
  NOT_MIGRATABLE(
      ERROR,
      "Domain %s has %s, which cannot be migrated",
      "It is part of this node, or keeps a state that neither libvirt nor QEMU can send.",
      "Remove it from the domain, or set Failover_type to normal."),
  SNAPSHOTS_HINDER(
      ERROR,
      "Domain %s has %s snapshots, libvirt migrates a domain only if it has none",
      "Snapshots are kept by the libvirt of one node.",
      "Delete them with virsh snapshot-delete, with --metadata if their data is to stay."),
  JOB_RUNNING(
      ERROR,
      "Domain %s is busy with %s",
      "libvirt does one such thing at a time: a migration waits for it in vain, or is refused.",
      "Wait for its end (virsh domjobinfo), or end it (virsh domjobabort)."),
  BLOCK_JOB_RUNNING(
      ERROR,
      "Disk %s of domain %s is busy with a block job: %s",
      "libvirt refuses to migrate while there is one.",
      "Wait for its end, or end it: virsh blockjob, with --abort or --pivot."),
  OLDER_THERE(
      WARNING,
      "%s is older on node %s: %s there, %s here",
      "With a type of machine that both know, QEMU means migrations to work in both directions. If"
          + " one to an older version does not, that version can no longer be taught.",
      "Bring that node up to date."),
  DEFINED_OTHERWISE(
      WARNING,
      "Domain %s is defined otherwise on node %s: %s",
      "A migration replaces the definition there by the one from here.",
      "Define it there as it is to be, or make the change here as well."),
  CPU_TIED(
      WARNING,
      "CPU of domain %s has mode %s, expected a CPU model that node %s has as well",
      "The guest sees the CPU of this node. On another CPU, microcode or kernel it may fail when it"
          + " arrives, or later.",
      "Choose a CPU model that all nodes have: virsh hypervisor-cpu-baseline."),
  CPU_DOUBTFUL_THERE(
      WARNING,
      "Domain %s has a CPU that node %s may not have in full",
      "libvirt there calls it incompatible with the CPU that it reports, and may take it all the"
          + " same.",
      "Choose a CPU model that all nodes have: virsh hypervisor-cpu-baseline."),
  LITTLE_MEMORY_THERE(
      WARNING,
      "Domain %s needs %s MiB of memory, node %s has %s MiB available now",
      "The migration may succeed. Then that node swaps, or ends processes if it has not even the"
          + " swap.",
      "Take other domains away from that node."),
  FEW_HUGE_PAGES_THERE(
      WARNING,
      "Domain %s needs %s huge pages of %s KiB, node %s has %s free",
      "Huge pages are taken all at once. The kernel there may make more on request, if it is set up"
          + " so.",
      "Raise the number of huge pages there."),
  DISK_UNCHECKED(
      WARNING,
      "Disk %s of domain %s would be refused by libvirt, but Migration_options has unsafe: %s",
      "Nobody but you makes sure that both nodes see the same disk, and nothing stale in a cache.",
      "Be sure that the disk is shared, and set its cache mode to none."),
  CACHE_IN_USE(
      WARNING,
      "Disk %s of domain %s has cache mode %s, expected none",
      "A migration is right only if QEMU on both nodes drops its caches in time. From version 4.0"
          + " on it does so on Linux, and libvirt relies on it.",
      "Set the cache mode of the disk to none."),
  DISK_NOT_LISTED(
      WARNING,
      "Disk %s of domain %s is not known on node %s, though a storage pool there covers its folder",
      "It may not be there, or the pool was not refreshed since it came.",
      "Look there, then virsh pool-refresh."),
  CARD_NOT_LISTED(
      WARNING,
      "Bridge or interface %s of domain %s is not known on node %s",
      "libvirt does not let a domain arrive whose bridge is not there.",
      "Make it on that node, unless virsh iface-list leaves it out wrongly."),
  DOUBTFUL(
      WARNING,
      "Domain %s has %s: %s",
      "Whether it can be migrated cannot be asked from outside.",
      "Try it in a maintenance window, or remove it from the domain."),
  PORT_BOUND(
      WARNING,
      "Domain %s binds %s on this node, it must be free on node %s",
      "The definition names it, so the copy binds the same there.",
      "Let libvirt choose (autoport), or keep it free on all nodes."),
  STATE_NOT_SHARED(
      WARNING,
      "%s of domain %s is at %s on a file system of type %s, expected one that the nodes share",
      "A migration takes it along. A failover does not: the other node boots with an older one, or"
          + " with none.",
      "Keep it on shared storage."),
  DISK_NOT_LOCKED(
      WARNING,
      "Nothing locks disk %s of domain %s against another node: %s",
      "If two copies ever run, nothing but the cluster keeps them from writing both.",
      "Set lock_manager in qemu.conf of all nodes to lockd or sanlock, or use storage on which the"
          + " image locks of QEMU reach all nodes."),
  NOT_MIGRATED_IN_A_SWITCH(
      WARNING,
      "Failover_type of resource %s is %s, so that no switch migrates its domain",
      "What is found here counts only once domains are migrated.",
      "Set Failover_type to \"migrate --live\" if that is wanted."),
  NOT_TOLD_THERE(
      INFO,
      "Node %s cannot tell whether it has %s of domain %s",
      "libvirt there keeps no list in which it would be.",
      "Look there."),
  DISK_LOCKED(
      INFO,
      "Disk %s of domain %s is locked against other nodes by %s",
      "As far as the configuration of this node tells.",
      "None."),
  NOTHING_HINDERS(
      INFO,
      "Nothing is known that hinders a migration of domain %s to node %s",
      "The warnings, if there are any, name what may still go wrong.",
      "None.");

  private final Entry entry;

  PreflightMessage(Severity severity, String format, String explanation, String action) {
    this.entry = new Entry(severity, format, explanation, action);
  }

  @Override
  public Entry entry() {
    return entry;
  }
}
