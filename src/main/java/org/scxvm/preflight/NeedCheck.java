package org.scxvm.preflight;

import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainNeeds;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.MoveNeeds;

/** Everything that the definition of the running domain names. */
final class NeedCheck {

  private final Checking checking;

  NeedCheck(Checking checking) {
    this.checking = checking;
  }

  void check(DomainCheck.Seen seen) {
    DomainXml definition = seen.definition();
    try {
      DomainNeeds usual = DomainNeeds.of(definition);
      MoveNeeds needs = MoveNeeds.of(definition);
      new ProcessorCheck(checking).check(usual, needs);
      new MemoryCheck(checking).check(usual.memory());
      new DiskCheck(checking).check(needs.disks());
      new NetworkCheck(checking).check(needs.networks(), needs.cards());
      new DeviceCheck(checking).check(needs);
      new StateCheck(checking).check(needs, definition.uuid());
      new JobCheck(checking).check(needs.disks(), seen.isActive());
    } catch (DefinitionException e) {
      checking.notChecked("definition", e.words());
    }
  }
}
