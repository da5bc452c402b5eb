package org.scxvm.placement;

import java.util.Optional;
import org.scxvm.cluster.ClusterException;
import org.scxvm.definition.DefinitionChoice;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderCondition;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Findings;
import org.scxvm.message.PlacementMessage;
import org.scxvm.resource.NodeName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the definition that a Start on this node would boot the domain with. */
final class DefinitionToBoot {

  private static final Logger LOG = LoggerFactory.getLogger(DefinitionToBoot.class);

  private final Placing placing;
  private final Findings findings;
  private final SavedDefinitions saved;

  DefinitionToBoot(Placing placing) {
    this.placing = placing;
    this.findings = placing.findings();
    this.saved =
        new SavedDefinitions(
            placing.ports().folders().at(placing.request().folder(), placing.call()),
            placing.request().resource());
  }

  /** What it is; empty if there is none, or nobody can tell. */
  Optional<DomainXml> find(Sighting seen) {
    boolean hasFolder = hasFolder();
    if (seen.answer().knownUuid().isPresent()) {
      return known(hasFolder);
    }
    return hasFolder ? saved() : Optional.empty();
  }

  /**
   * Without the folder no Start boots a domain: it may be running elsewhere. Without a migration
   * the group may bring the folder, and what is in it, before the domain is started.
   */
  private boolean hasFolder() {
    String path = saved.path();
    try {
      FolderCondition condition = placing.ports().folders().inspect(path, placing.call());
      if (condition instanceof FolderCondition.Folder) {
        return true;
      }
      if (condition instanceof FolderCondition.NoFolder) {
        findings.add(FindingMessage.FOLDER_UNUSABLE, path, "it is not a folder");
      } else if (placing.request().migrates()) {
        String expected = "expected a folder at " + path + " on this node";
        findings.addWithCause(AncestorMessage.PATHNAME_NOT_FOUND, expected);
      } else {
        findings.add(PlacementMessage.FOLDER_NOT_YET, path, placing.domain());
      }
    } catch (FolderException e) {
      findings.add(FindingMessage.FOLDER_UNUSABLE, path, e.words());
    }
    return false;
  }

  private Optional<DomainXml> saved() {
    Object[] place = {saved.path(), placing.request().resource()};
    try {
      Optional<DomainXml> found = saved.find(placing.domain());
      if (found.isEmpty()) {
        findings.add(
            placing.request().migrates()
                ? AncestorMessage.SAVED_MISSING
                : PlacementMessage.SAVED_NOT_YET,
            place[0],
            place[1],
            placing.domain());
        return found;
      }
      saved.danger().ifPresent(words -> findings.add(FindingMessage.NOT_TRUSTED, place[0], words));
      return found;
    } catch (FolderException e) {
      findings.add(FindingMessage.SAVED_UNUSABLE, place[0], place[1], e.words());
    } catch (DefinitionException e) {
      findings.add(FindingMessage.SAVED_UNUSABLE, place[0], place[1], "it " + e.words());
    }
    return Optional.empty();
  }

  private Optional<DomainXml> known(boolean hasFolder) {
    DomainXml local;
    try {
      local =
          DomainXml.parse(placing.here().definitions().describe(placing.domain(), placing.call()));
    } catch (HypervisorException | DefinitionException e) {
      String cause = String.valueOf(e.getMessage());
      findings.addWithCause(FindingMessage.NOT_CHECKED, cause, placing.domain(), "definition");
      return Optional.empty();
    }
    try {
      return Optional.of(hasFolder ? chosen(local) : local);
    } catch (FolderException | ClusterException | DefinitionException e) {
      LOG.debug("the node's own definition counts: {}", e.getMessage()); // as it does in Start
      return Optional.of(local);
    }
  }

  /** As Start chooses. */
  private DomainXml chosen(DomainXml local)
      throws FolderException, ClusterException, DefinitionException {
    Optional<DomainXml> found = saved.find(placing.domain());
    if (found.isEmpty() || saved.danger().isPresent() || found.get().equals(local)) {
      return local;
    }
    if (!found.get().uuid().equals(local.uuid())) {
      findings.add(AgentMessage.STRANGER, placing.domain(), found.get().uuid());
      return local;
    }
    NodeName node = placing.ports().cluster().apply(placing.call()).nodes().thisNode();
    DefinitionChoice choice = saved.choice(node, local.text(), found.get());
    return choice == DefinitionChoice.LOCAL ? local : found.get();
  }
}
