package org.scxvm.start;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionChoice;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.DomainDefinitions;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Message;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that libvirt has the right definition before the domain boots. */
final class Definitions {

  private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);

  private final Starting starting;
  private boolean isFromSaved;

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
      Optional<String> danger = dangerTold();
      if (danger.isPresent()) {
        return Effect.failed(danger.get());
      }
      return defined(found.get(), AncestorMessage.DEFINED_FROM_SAVED);
    } catch (FolderException e) {
      return Effect.failed(e.words());
    } catch (DefinitionException e) {
      return refused(e.words());
    }
  }

  private Effect defined(DomainXml saved, Message success) {
    try {
      libvirt().define(saved.text(), starting.call());
      starting.messages().say(success, placed());
      isFromSaved = true;
      return Effect.TAKEN;
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
      clearAutostart();
      reportSavedMemory();
      return Effect.TAKEN;
    } catch (HypervisorException e) {
      return Effect.of(e);
    }
  }

  private void clearAutostart() throws HypervisorException {
    try {
      if (libvirt().clearAutostart(starting.domain(), starting.call())) {
        starting.messages().say(AgentMessage.AUTOSTART_CLEARED, starting.domain());
      }
    } catch (HypervisorException e) {
      if (e.fault() != Fault.UNSUPPORTED) { // a driver that does not know it does not do it
        throw e;
      }
    }
  }

  /** Not every driver can say so, and a boot never restores an image anyway. */
  private void reportSavedMemory() {
    try {
      if (libvirt().hasSavedMemory(starting.domain(), starting.call())) {
        starting.messages().say(AgentMessage.SAVED_MEMORY_DISCARDED, starting.domain());
      }
    } catch (HypervisorException e) {
      LOG.debug("saved memory not asked for: {}", e.words());
    }
  }

  /** Where the saved definition and this node's differ, the one that was changed last is used. */
  private Effect choose() throws HypervisorException {
    if (isFromSaved) {
      return Effect.TAKEN; // libvirt writes the same definition in its own way
    }
    String local = libvirt().describe(starting.domain(), starting.call());
    try {
      Optional<DomainXml> found = saved().find(starting.domain());
      if (found.isEmpty() || dangerTold().isPresent() || found.get().text().equals(local)) {
        return Effect.TAKEN; // with its own, which nobody but this node's root has written
      }
      DomainXml own = DomainXml.parse(local);
      if (!own.uuid().equals(found.get().uuid())) {
        return refused("its UUID is " + found.get().uuid() + ", the domain here has " + own.uuid());
      }
      return use(found.get(), local);
    } catch (FolderException | ClusterException | DefinitionException e) {
      unchecked(String.valueOf(e.getMessage()));
    }
    return Effect.TAKEN;
  }

  /** Whoever can write a definition that we define is root here. */
  private Optional<String> dangerTold() throws FolderException {
    Optional<String> danger = saved().danger();
    danger.ifPresent(
        words -> starting.messages().say(FindingMessage.NOT_TRUSTED, saved().path(), words));
    return danger;
  }

  private Effect use(DomainXml found, String local) throws FolderException, ClusterException {
    NodeName node = starting.cluster().apply(starting.call()).nodes().thisNode();
    DefinitionChoice choice = saved().choice(node, local, found);
    if (choice == DefinitionChoice.LOCAL) {
      return Effect.TAKEN;
    }
    if (choice == DefinitionChoice.SAVED_AND_KEEP_LOCAL) {
      String kept = saved().keep(node, local);
      starting.messages().say(AgentMessage.DEFINITION_KEPT, starting.domain(), kept);
    }
    return defined(found, AgentMessage.DEFINITION_REPLACED);
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
