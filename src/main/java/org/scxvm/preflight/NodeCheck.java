package org.scxvm.preflight;

import java.util.Optional;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Version;
import org.scxvm.hypervisor.Versions;
import org.scxvm.message.PreflightMessage;
import org.scxvm.time.Deadline;

/** Both nodes: whether they answer, and whether they are two of a kind. */
final class NodeCheck {

  private final Checking checking;

  NodeCheck(Checking checking) {
    this.checking = checking;
  }

  void check() {
    checking.here().ask("connection", NodeCheck::reached);
    checking.there().ask("connection", NodeCheck::reached);
    compareMachines();
    compareVersions();
  }

  private static boolean reached(Hypervisor it, Deadline until) throws HypervisorException {
    it.survey().reach(until);
    return true;
  }

  private void compareMachines() {
    Optional<String> here = machineId(checking.here());
    Optional<String> there = machineId(checking.there());
    if (here.isPresent() && here.equals(there)) {
      String uri = checking.request().move().peerUri();
      checking.findings().add(PreflightMessage.SAME_MACHINE, checking.target(), uri, there.get());
    }
  }

  private static Optional<String> machineId(Side side) {
    return side.ask("host UUID", (it, until) -> it.nodeSurvey().machineId(until))
        .flatMap(found -> found);
  }

  private void compareVersions() {
    Optional<Versions> here = checking.here().versions();
    Optional<Versions> there = checking.there().versions();
    if (here.isPresent() && there.isPresent()) {
      compare("libvirt", here.get().libvirt(), there.get().libvirt());
      compare("Hypervisor", here.get().hypervisor(), there.get().hypervisor());
    }
  }

  private void compare(String what, Version here, Version there) {
    if (!there.isAtLeast(here)) {
      checking.findings().add(PreflightMessage.OLDER_THERE, what, checking.target(), there, here);
    }
  }
}
