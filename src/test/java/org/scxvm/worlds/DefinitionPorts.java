package org.scxvm.worlds;

import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;

/** What libvirt of one node knows of the domain, whether it runs or not. */
record DefinitionPorts(LibvirtCalls calls) implements DomainDefinitions {

  @Override
  public String describe(DomainName domain, Deadline deadline) throws HypervisorException {
    return (String)
        calls.told(
            CallKind.ASK,
            "describe on",
            deadline,
            who -> {
              mustBeKnown();
              return calls.at().definition().orElse(SmallWorld.xml(calls.at().name().value()));
            });
  }

  private void mustBeKnown() throws HypervisorException {
    if (!calls.at().isDefined() && calls.at().copy().isEmpty()) {
      throw new HypervisorException(Fault.NO_SUCH_DOMAIN, "no such domain");
    }
  }

  @Override
  public void define(String xml, Deadline deadline) throws HypervisorException {
    calls.told(
        CallKind.DEFINE,
        "define on",
        deadline,
        who -> {
          calls.at().define(xml);
          return true;
        });
  }

  @Override
  public void forget(DomainName domain, Deadline deadline) throws HypervisorException {
    calls.told(
        CallKind.DEFINE,
        "forget on",
        deadline,
        who -> {
          mustBeKnown();
          calls.at().undefine();
          return true;
        });
  }

  /** Asked only where it is on: it could not be told from the questions around it. */
  @Override
  public boolean clearAutostart(DomainName domain, Deadline deadline) throws HypervisorException {
    if (!calls.agent().recalled(calls.at()::hasAutostart)) {
      return false;
    }
    calls.told(
        CallKind.DEFINE,
        "clear autostart on",
        deadline,
        who -> {
          mustBeKnown();
          calls.at().setAutostart(false);
          return true;
        });
    return true;
  }

  @Override
  public boolean hasSavedMemory(DomainName domain, Deadline deadline) {
    return false;
  }
}
