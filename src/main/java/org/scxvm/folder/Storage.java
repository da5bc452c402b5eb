package org.scxvm.folder;

import java.util.Locale;
import java.util.Set;

/** What the type of a file system says about who sees it. It never proves that nodes share it. */
public enum Storage {
  /** Made to be seen by several nodes at once. */
  SHARED,
  /** One node alone has it, at any one time. */
  OF_ONE_NODE,
  /** The type says nothing. */
  UNKNOWN;

  private static final Set<String> SHARED_TYPES =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "gfs",
          "gfs2",
          "ocfs2",
          "glusterfs",
          "fuse.glusterfs",
          "ceph",
          "fuse.ceph",
          "fuse.ceph-fuse",
          "cifs",
          "smb2",
          "smb3",
          "smbfs",
          "lustre",
          "gpfs",
          "beegfs",
          "fuse.moosefs",
          "fuse.sshfs",
          "9p",
          "virtiofs",
          "pvfs2",
          "afs",
          "pxfs",
          "samfs");

  private static final Set<String> TYPES_OF_ONE_NODE =
      Set.of(
          "ext2",
          "ext3",
          "ext4",
          "xfs",
          "btrfs",
          "f2fs",
          "jfs",
          "reiserfs",
          "bcachefs",
          "tmpfs",
          "ramfs",
          "overlay",
          "overlayfs",
          "squashfs",
          "vfat",
          "exfat",
          "ntfs",
          "ntfs3",
          "hfsplus");

  /**
   * Judges by the type's name. UFS and ZFS tell nothing: on Solaris a cluster may mount them for
   * all of its nodes.
   */
  public static Storage of(String fileSystem) {
    String type = fileSystem.toLowerCase(Locale.ROOT);
    if (SHARED_TYPES.contains(type)) {
      return SHARED;
    }
    return TYPES_OF_ONE_NODE.contains(type) ? OF_ONE_NODE : UNKNOWN;
  }
}
