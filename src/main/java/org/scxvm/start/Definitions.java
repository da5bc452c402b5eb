package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionChoice;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.resource.NodeName;

/** Sees to it that libvirt has the right definition before the domain boots. */
final class Definitions {

  private final Starting starting;

  Definitions(Starting starting) {
    this.starting = starting;
  }

  /** Defines a domain that libvirt does not know from the saved definition. */
  Effect define() {
    try {
      Optional<DomainXml> found = saved().find(starting.domain());
      if (found.isEmpty()) {
        starting.messages().say(AncestorMessage.SAVED_MISSING, place());
        starting.messages().say(AncestorMessage.DOES_NOT_EXIST, starting.domain());
        return Effect.failed("there is no definition of it");
      }
      libvirt().define(found.get().text(), starting.call());
      starting.messages().say(AncestorMessage.DEFINED_FROM_SAVED, placed());
      return Effect.TAKEN;
    } catch (FolderException e) {
      return Effect.failed(e.words());
    } catch (DefinitionException e) {
      return refused(e.words());
    } catch (HypervisorException e) {
      Effect effect = Effect.of(e);
      return effect.heard() ? refused(e.words()) : effect;
    }
  }

  /** Last things before a boot: the definition that is to be used, autostart, saved memory. */
  Effect prepare() {
    try {
      Effect chosen = choose();
      if (chosen.failure().isPresent()) {
        return chosen;
      }
      if (libvirt().clearAutostart(starting.domain(), starting.call())) {
        starting.messages().say(AgentMessage.AUTOSTART_CLEARED, starting.domain());
      }
      if (libvirt().hasSavedMemory(starting.domain(), starting.call())) {
        starting.messages().say(AgentMessage.SAVED_MEMORY_DISCARDED, starting.domain());
      }
      return Effect.TAKEN;
    } catch (HypervisorException e) {
      return Effect.of(e);
    }
  }

  /** Where the saved definition and this node's differ, the one that was changed last is used. */
  private Effect choose() throws HypervisorException {
    String local = libvirt().describe(starting.domain(), starting.call());
    try {
      Optional<DomainXml> found = saved().find(starting.domain());
      if (found.isEmpty() || found.get().text().equals(local)) {
        return Effect.TAKEN;
      }
      DomainXml own = DomainXml.parse(local);
      if (!own.uuid().equals(found.get().uuid())) {
        return refused("its UUID is " + found.get().uuid() + ", the domain here has " + own.uuid());
      }
      use(found.get(), local);
      return Effect.TAKEN;
    } catch (FolderException | ClusterException | DefinitionException e) {
      unchecked(String.valueOf(e.getMessage()));
    }
    return Effect.TAKEN;
  }

  private void use(DomainXml found, String local)
      throws FolderException, ClusterException, HypervisorException {
    NodeName node = starting.cluster().apply(starting.call()).nodes().thisNode();
    DefinitionChoice choice =
        DefinitionChoice.of(
            saved().isLastSavedBy(node, local), saved().isLastSavedBy(node, found.text()));
    if (choice == DefinitionChoice.LOCAL) {
      return;
    }
    if (choice == DefinitionChoice.SAVED_AND_KEEP_LOCAL) {
      String kept = saved().keep(node, local);
      starting.messages().say(AgentMessage.DEFINITION_KEPT, starting.domain(), kept);
    }
    libvirt().define(found.text(), starting.call());
    starting.messages().say(AgentMessage.DEFINITION_REPLACED, placed());
  }

  private Effect refused(String cause) {
    starting.messages().sayWithCause(AgentMessage.DEFINE_REFUSED, cause, placed());
    return Effect.failed(cause);
  }

  private void unchecked(String cause) {
    starting.messages().sayWithCause(AgentMessage.DEFINITION_UNCHECKED, cause, starting.domain());
  }

  private DomainDefinitions libvirt() {
    return starting.here().definitions();
  }

  private SavedDefinitions saved() {
    return starting.files().definitions();
  }

  /** Domain, folder and resource, in the order in which most messages name them. */
  private Object[] placed() {
    return new Object[] {starting.domain(), saved().path(), starting.request().resource()};
  }

  private Object[] place() {
    return new Object[] {saved().path(), starting.request().resource(), starting.domain()};
  }
}
