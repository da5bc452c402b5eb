package org.scxvm.settle;

import java.time.Duration;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.Messages;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceName;
import org.scxvm.time.Deadline;

/**
 * The definition of a domain that has moved: saved as its target has it, given up at its source.
 */
public record MovedDefinition(
    ResourceName resource, Begun begun, SavedDefinitions definitions, Messages messages) {

  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

  /** The target's definition is the newest; it is saved on the target's behalf. */
  public boolean save(Deadline deadline) {
    Place target = begun.target();
    try {
      String xml = target.hypervisor().definitions().describe(domain(), limit(deadline));
      if (!DomainXml.parse(xml).uuid().equals(begun.uuid())) {
        throw new DefinitionException("node " + target.node() + " describes another domain");
      }
      definitions.save(target.node(), domain(), xml);
      return true;
    } catch (HypervisorException | FolderException | DefinitionException e) {
      messages.sayWithCause(
          AncestorMessage.SAVING_FAILED,
          String.valueOf(e.getMessage()),
          domain(),
          definitions.path(),
          resource);
    }
    return false;
  }

  /**
   * Best effort: a definition that stays is compared with the saved one at the next Start there.
   * Until the move is on record, libvirt's "shut off (migrated)" is the proof that it worked.
   */
  public void giveUp(Deadline deadline) {
    Place source = begun.source();
    try {
      source.hypervisor().definitions().forget(domain(), limit(deadline));
    } catch (HypervisorException e) {
      if (e.fault() != Fault.NO_SUCH_DOMAIN) {
        messages.sayWithCause(AgentMessage.DEFINITION_STAYS, e.words(), domain(), source.node());
      }
    }
  }

  private DomainName domain() {
    return begun.target().places().domain();
  }

  private static Deadline limit(Deadline deadline) {
    return deadline.within(CALL_LIMIT);
  }
}
