package org.scxvm.preflight;

import java.util.Optional;
import java.util.Set;
import org.scxvm.definition.MovedDisk;
import org.scxvm.definition.MovedDisk.Trait;
import org.scxvm.hypervisor.Version;

/** What libvirt says of a disk before it migrates, as its QEMU driver judges. */
enum DiskSafety {
  /** Both nodes see the same, past all caches. */
  SAFE,
  /** Taken, because QEMU drops its caches. */
  CACHED,
  /** Refused: its file system is not one that libvirt takes for shared. */
  NOT_SHARED,
  /** Refused: it is cached, and this QEMU does not drop its caches. */
  STALE;

  /** Types of file systems that libvirt takes for shared. */
  private static final Set<String> SHARED =
      Set.of(
          "nfs",
          "nfs4",
          "gfs2",
          "ocfs2",
          "afs",
          "smbfs",
          "cifs",
          "ceph",
          "gpfs",
          "acfs",
          "beegfs",
          "fuse.quobyte",
          "fuse.glusterfs");

  /** Those among them whose caches are coherent. */
  private static final Set<String> COHERENT = Set.of("gfs2", "ocfs2", "ceph", "fuse.glusterfs");

  private static final Set<String> PAST_CACHES = Set.of("none", "directsync");

  /** Since then QEMU drops its caches at a migration. */
  private static final Version DROPS_CACHES = Version.of(4, 0);

  /**
   * Judges a disk.
   *
   * @param fileSystem the type of the file system that its file is on; empty if it is no file
   * @param declared qemu.conf declares its folder to be shared
   * @param qemu the version of QEMU here
   */
  static DiskSafety of(
      MovedDisk disk, Optional<String> fileSystem, boolean declared, Version qemu) {
    if (disk.is(Trait.READ_ONLY) || disk.kind().equals("network")) {
      return SAFE;
    }
    if (disk.kind().equals("nvme")) {
      return NOT_SHARED;
    }
    if (fileSystem.isPresent()) {
      if (!declared && !SHARED.contains(fileSystem.get())) {
        return NOT_SHARED;
      }
      if (COHERENT.contains(fileSystem.get())) {
        return SAFE;
      }
    }
    if (disk.is(Trait.SHAREABLE) || PAST_CACHES.contains(disk.cache())) {
      return SAFE;
    }
    return qemu.isAtLeast(DROPS_CACHES) ? CACHED : STALE;
  }
}
