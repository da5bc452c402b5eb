package org.scxvm.preflight;

import org.scxvm.definition.MoveNeeds;
import org.scxvm.definition.MovedDevice;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.message.PreflightMessage;

/** What of the domain is part of this node. */
final class DeviceCheck {

  private final Checking checking;

  DeviceCheck(Checking checking) {
    this.checking = checking;
  }

  void check(MoveNeeds needs) {
    if (!needs.devices().isEmpty()) {
      Version qemu = checking.here().versions().map(Versions::hypervisor).orElse(Version.UNTOLD);
      needs.devices().forEach(device -> judge(device, qemu));
    }
    for (String port : needs.ports()) {
      checking
          .findings()
          .add(PreflightMessage.PORT_BOUND, checking.domain(), port, checking.target());
    }
  }

  private void judge(MovedDevice device, Version qemu) {
    DeviceVerdict verdict = DeviceVerdict.of(device, qemu);
    if (verdict instanceof DeviceVerdict.Depends depends) {
      checking
          .findings()
          .add(PreflightMessage.DOUBTFUL, checking.domain(), device, depends.words());
    } else {
      checking.findings().add(PreflightMessage.NOT_MIGRATABLE, checking.domain(), device);
    }
  }
}
