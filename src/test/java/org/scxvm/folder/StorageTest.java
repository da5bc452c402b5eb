package org.scxvm.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the type of a file system says. */
class StorageTest {

  @ParameterizedTest
  @CsvSource({
    "nfs4, SHARED",
    "NFS, SHARED",
    "ocfs2, SHARED",
    "fuse.glusterfs, SHARED",
    "ext4, OF_ONE_NODE",
    "overlay, OF_ONE_NODE",
    "tmpfs, OF_ONE_NODE",
    "zfs, UNKNOWN",
    "ufs, UNKNOWN",
    "fuse, UNKNOWN",
    "'', UNKNOWN"
  })
  void aTypeIsJudged(String type, Storage storage) {
    assertEquals(storage, Storage.of(type));
  }
}
