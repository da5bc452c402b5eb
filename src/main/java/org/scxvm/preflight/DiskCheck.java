package org.scxvm.preflight;

import java.util.List;
import java.util.Optional;
import org.scxvm.definition.MovedDisk;
import org.scxvm.definition.MovedDisk.Trait;
import org.scxvm.host.HostException;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.message.Findings;
import org.scxvm.message.PreflightMessage;

/** The disks: whether both nodes have them, whether libvirt takes them, and who locks them. */
final class DiskCheck {

  /** Only this driver of libvirt judges disks. */
  private static final String QEMU = "qemu";

  private final Checking checking;
  private final Findings findings;

  DiskCheck(Checking checking) {
    this.checking = checking;
    this.findings = checking.findings();
  }

  void check(List<MovedDisk> disks) {
    if (disks.isEmpty()) {
      return;
    }
    QemuConfiguration configuration = new QemuConfiguration(configuration());
    Version qemu = checking.here().versions().map(Versions::hypervisor).orElse(Version.UNTOLD);
    for (MovedDisk disk : disks) {
      checkThere(disk);
      if (!disk.is(Trait.READ_ONLY)) {
        checking.noteDiskWritten();
      }
      if (checking.request().connectUri().startsWith(QEMU) && checking.hasFilesHere()) {
        checkHere(disk, configuration, qemu);
      }
    }
  }

  /** Without it libvirt has its defaults, which are the same as saying nothing. */
  private String configuration() {
    try {
      return checking.ports().files().text(QemuConfiguration.PATH, checking.call()).orElse("");
    } catch (HostException e) {
      checking.notChecked("lock manager", e.words());
      return "";
    }
  }

  private void checkThere(MovedDisk disk) {
    if (disk.is(Trait.MAY_BE_MISSING)) {
      return;
    }
    if (disk.kind().equals("volume")) {
      checkPool(disk.place());
    } else if (disk.hasPath()) {
      checkPath(disk.place());
    }
  }

  private void checkPool(String pool) {
    checking
        .there()
        .ask("storage pools", (it, until) -> it.survey().hasActivePool(pool, until))
        .filter(active -> !active)
        .ifPresent(
            inactive ->
                findings.add(
                    PreflightMessage.POOL_INACTIVE_THERE,
                    pool,
                    checking.domain(),
                    checking.target()));
  }

  private void checkPath(String path) {
    checking
        .there()
        .ask("disks", (it, until) -> it.nodeSurvey().volume(path, until))
        .ifPresent(
            presence -> checking.tell(presence, PreflightMessage.DISK_NOT_LISTED, "disk", path));
  }

  private void checkHere(MovedDisk disk, QemuConfiguration configuration, Version qemu) {
    if (disk.is(Trait.READ_ONLY) || disk.kind().equals("volume")) {
      return; // of a pool only its name is known here
    }
    try {
      Optional<String> fileSystem = fileSystem(disk);
      if (fileSystem.isPresent() || !disk.kind().equals("file")) {
        boolean declared = configuration.declaresShared(disk.place());
        judge(disk, DiskSafety.of(disk, fileSystem, declared, qemu), fileSystem.orElse(""));
        if (disk.hasPath()) {
          tellLock(disk, ImageLock.of(disk, configuration.lockManager(), fileSystem));
        }
      }
    } catch (HostException e) {
      checking.notChecked("disk " + disk.place(), e.words());
    }
  }

  private Optional<String> fileSystem(MovedDisk disk) throws HostException {
    if (!disk.kind().equals("file")) {
      return Optional.empty();
    }
    Optional<String> found = checking.ports().files().fileSystem(disk.place(), checking.call());
    if (found.isEmpty()) {
      checking.notChecked("disk " + disk.place(), "there is no such file on this node");
    }
    return found;
  }

  private void judge(MovedDisk disk, DiskSafety safety, String fileSystem) {
    switch (safety) {
      case SAFE -> {}
      case CACHED ->
          findings.add(
              PreflightMessage.CACHE_IN_USE, disk.label(), checking.domain(), disk.cache());
      case NOT_SHARED ->
          refused(
              disk,
              fileSystem.isEmpty()
                  ? "a device of this node is not shared"
                  : "its file system is of type "
                      + fileSystem
                      + ", expected one that libvirt takes for shared, such as nfs4");
      case STALE ->
          refused(disk, "its cache mode is " + disk.cache() + ", expected none or directsync");
    }
  }

  private void refused(MovedDisk disk, String words) {
    PreflightMessage message =
        checking.request().move().options().unsafe()
            ? PreflightMessage.DISK_UNCHECKED
            : PreflightMessage.DISK_REFUSED;
    findings.add(message, disk.label(), checking.domain(), words);
  }

  private void tellLock(MovedDisk disk, ImageLock lock) {
    if (lock.holds()) {
      checking.noteDiskLocked();
    }
    PreflightMessage message =
        lock.holds() ? PreflightMessage.DISK_LOCKED : PreflightMessage.DISK_NOT_LOCKED;
    findings.add(message, disk.place(), checking.domain(), lock.words());
  }
}
