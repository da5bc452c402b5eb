package org.scxvm.preflight;

import java.util.Locale;
import java.util.Optional;
import org.scxvm.definition.MoveNeeds;
import org.scxvm.folder.Storage;
import org.scxvm.host.HostException;
import org.scxvm.message.PreflightMessage;

/** What the domain keeps in files beside its disks. */
final class StateCheck {

  /** Where libvirt has it unless a definition says otherwise, which few versions let it. */
  private static final String TPM_STATES = "/var/lib/libvirt/swtpm/";

  private final Checking checking;

  StateCheck(Checking checking) {
    this.checking = checking;
  }

  void check(MoveNeeds needs, String uuid) {
    if (!checking.hasFilesHere()) {
      return;
    }
    needs.firmwareVariables().ifPresent(path -> check("Store of firmware variables", path));
    if (needs.hasTpmState()) {
      check("TPM state", TPM_STATES + uuid);
    }
  }

  private void check(String what, String path) {
    try {
      Optional<String> type = checking.ports().files().fileSystem(path, checking.call());
      type.filter(found -> Storage.of(found) != Storage.SHARED)
          .ifPresent(
              found ->
                  checking
                      .findings()
                      .add(
                          PreflightMessage.STATE_NOT_SHARED, what, checking.domain(), path, found));
    } catch (HostException e) {
      checking.notChecked(what.toLowerCase(Locale.ROOT), e.words());
    }
  }
}
