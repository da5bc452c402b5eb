package org.scxvm.scenario;

import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** Definitions of a simulated node. Only what changes something is part of the story. */
record FakeDefinitions(FakeNode node) implements DomainDefinitions {

  @Override
  public String describe(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("describe", deadline, () -> node.domain().mustBeKnown());
    return node.domain().describe().xml();
  }

  @Override
  public void define(String xml, Deadline deadline) throws HypervisorException {
    DefinitionText text = DefinitionText.of(xml);
    node.calls()
        .act(
            "define",
            "define " + text.version() + " of " + text.name(),
            deadline,
            () -> {
              node.domain().define(text);
              node.change();
            });
  }

  @Override
  public void forget(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls()
        .act(
            "forget",
            "forget the definition",
            deadline,
            () -> {
              node.domain().mustBeKnown();
              node.domain().forget();
            });
  }

  @Override
  public boolean clearAutostart(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("autostart flag", deadline, () -> node.domain().mustBeKnown());
    boolean was = node.domain().clearAutostart();
    if (was) {
      node.world().acted();
      node.world().story().add(node.place(), "clear autostart");
    }
    return was;
  }

  @Override
  public boolean hasSavedMemory(DomainName domain, Deadline deadline) throws HypervisorException {
    node.calls().make("saved memory image", deadline, () -> node.domain().mustBeKnown());
    return node.domain().hasSavedMemory();
  }
}
