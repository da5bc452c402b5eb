package org.scxvm.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scxvm.definition.MovedDisk;
import org.scxvm.definition.MovedDisk.Trait;
import org.scxvm.hypervisor.Version;

/** What libvirt says of a disk, row by row, and what locks it. */
class DiskSafetyTest {

  private static final Version NEW = Version.of(7, 2);
  private static final Version OLD = Version.of(3, 1);

  private static MovedDisk disk(String kind, String cache, Trait... traits) {
    return new MovedDisk("vda", kind, "/images/vm1.img", cache, Set.of(traits));
  }

  @ParameterizedTest
  @CsvSource({
    "file,  nfs4,           none,       SAFE,       SAFE",
    "file,  nfs,            directsync, SAFE,       SAFE",
    "file,  nfs4,           writeback,  CACHED,     STALE",
    "file,  nfs4,           default,    CACHED,     STALE",
    "file,  gfs2,           writeback,  SAFE,       SAFE",
    "file,  fuse.glusterfs, unsafe,     SAFE,       SAFE",
    "file,  ext4,           none,       NOT_SHARED, NOT_SHARED",
    "file,  smb3,           none,       NOT_SHARED, NOT_SHARED",
    "block, ,               none,       SAFE,       SAFE",
    "block, ,               writeback,  CACHED,     STALE",
    "network, ,             writeback,  SAFE,       SAFE",
    "nvme,  ,               none,       NOT_SHARED, NOT_SHARED"
  })
  void aDiskIsJudgedAsLibvirtDoes(
      String kind, String fileSystem, String cache, DiskSafety now, DiskSafety before) {
    Optional<String> type = Optional.ofNullable(fileSystem);
    assertEquals(now, DiskSafety.of(disk(kind, cache), type, false, NEW));
    assertEquals(before, DiskSafety.of(disk(kind, cache), type, false, OLD));
  }

  @Test
  void whatIsOnlyReadIsSafeAnywhere() {
    MovedDisk disk = disk("file", "writeback", Trait.READ_ONLY);
    assertEquals(DiskSafety.SAFE, DiskSafety.of(disk, Optional.of("ext4"), false, OLD));
  }

  @Test
  void aShareableDiskHasNoCacheButMustBeShared() {
    MovedDisk disk = disk("file", "default", Trait.SHAREABLE);
    assertEquals(DiskSafety.SAFE, DiskSafety.of(disk, Optional.of("nfs4"), false, OLD));
    assertEquals(DiskSafety.NOT_SHARED, DiskSafety.of(disk, Optional.of("xfs"), false, OLD));
  }

  @Test
  void aFolderThatIsDeclaredSharedIsShared() {
    MovedDisk disk = disk("file", "none");
    assertEquals(DiskSafety.SAFE, DiskSafety.of(disk, Optional.of("xfs"), true, OLD));
  }

  @ParameterizedTest
  @CsvSource({
    "file,  nfs4, lockd,   true",
    "file,  ext4, sanlock, true",
    "file,  nfs4, nop,     true",
    "file,  nfs4, ,        true",
    "file,  ext4, ,        false",
    "file,  gfs2, ,        false",
    "file,  ext4, nop,     false",
    "block, ,     lockd,   true",
    "block, ,     ,        false"
  })
  void aLockIsNamedOnlyWhereItReachesOtherNodes(
      String kind, String fileSystem, String manager, boolean holds) {
    ImageLock lock =
        ImageLock.of(
            disk(kind, "none"), Optional.ofNullable(manager), Optional.ofNullable(fileSystem));
    assertEquals(holds, lock.holds(), lock.words());
  }

  @Test
  void theConfigurationIsReadWithoutItsComments() {
    QemuConfiguration configuration =
        new QemuConfiguration(
            """
            # lock_manager = "sanlock"
            #shared_filesystems = [ "/commented" ]
            lock_manager = "lockd"
            shared_filesystems = [
              "/images",
              "/srv/vm/"
            ]
            """);
    assertEquals(Optional.of("lockd"), configuration.lockManager());
    assertTrue(configuration.declaresShared("/images/vm1.img"));
    assertTrue(configuration.declaresShared("/srv/vm/a/b.img"));
    assertFalse(configuration.declaresShared("/images2/vm1.img"));
    assertFalse(configuration.declaresShared("/commented/vm1.img"));
  }

  @Test
  void anEmptyConfigurationSaysNothing() {
    QemuConfiguration configuration = new QemuConfiguration("");
    assertEquals(Optional.empty(), configuration.lockManager());
    assertFalse(configuration.declaresShared("/images/vm1.img"));
  }
}
