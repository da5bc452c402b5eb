package org.scxvm.validate;

import java.util.Optional;
import java.util.Set;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DomainNeeds;
import org.scxvm.definition.DomainXml;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.FolderException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.Fault;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.message.Findings;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.ResourceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The domain: as libvirt has it here, and as it is saved. */
final class DomainCheck {

  private static final Logger LOG = LoggerFactory.getLogger(DomainCheck.class);

  private static final String GOES_OFF = "destroy";

  /** Actions after which the process of a crashed guest is gone, or a living guest's again. */
  private static final Set<String> GIVES_UP =
      Set.of("destroy", "restart", "rename-restart", "coredump-destroy", "coredump-restart");

  private final Validating validating;
  private final Findings findings;
  private final ResourceName resource;

  DomainCheck(Validating validating) {
    this.validating = validating;
    this.findings = validating.findings();
    this.resource = validating.request().resource();
  }

  /**
   * Checks what can be asked for.
   *
   * @param hasFolder there is a folder to look for the saved definition in
   */
  void check(Wanted wanted, boolean hasFolder) {
    Hypervisor here = validating.ports().hypervisors().at(wanted.connectUri());
    boolean answers = answers(here, wanted.connectUri());
    if (wanted.domain().isEmpty()) {
      return;
    }
    DomainName domain = wanted.domain().get();
    int before = (int) findings.errors();
    String folder = wanted.folder().orElse("");
    Optional<DomainXml> saved =
        hasFolder || wanted.config().isPresent()
            ? saved(domain, wanted.config().orElse(folder), validating.saved(wanted))
            : Optional.empty();
    if (!answers) {
      return;
    }
    Answer answer = here.sight().look(domain, validating.call()).answer();
    LOG.debug("validate: {} is {}", domain, answer);
    if (answer instanceof Answer.Silent silent) {
      findings.add(FindingMessage.HYPERVISOR_SILENT, wanted.connectUri(), silent.reason());
    } else if (answer.knownUuid().isPresent()) {
      saved
          .map(DomainXml::uuid)
          .filter(uuid -> !uuid.equals(answer.knownUuid().get()))
          .ifPresent(uuid -> findings.add(AgentMessage.STRANGER, domain, uuid));
      checkKnown(here, domain, wanted.migrates());
    } else if (saved.isPresent()) {
      judge(domain, saved.get());
    } else if (hasFolder && findings.errors() == before) {
      findings.add(FindingMessage.NOT_DEFINED, domain, folder, resource);
    }
  }

  private boolean answers(Hypervisor here, String uri) {
    try {
      here.survey().reach(validating.call());
      return true;
    } catch (HypervisorException e) {
      findings.add(FindingMessage.HYPERVISOR_SILENT, uri, e.words());
      return false;
    }
  }

  private Optional<DomainXml> saved(DomainName domain, String path, SavedDefinitions definitions) {
    try {
      return definitions.find(domain);
    } catch (FolderException e) {
      findings.add(FindingMessage.SAVED_UNUSABLE, path, resource, e.words());
    } catch (DefinitionException e) {
      findings.add(FindingMessage.SAVED_UNUSABLE, path, resource, "it " + e.words());
    }
    return Optional.empty();
  }

  private void checkKnown(Hypervisor here, DomainName domain, boolean migrates) {
    ask(
        domain,
        "definition",
        () -> {
          String xml = here.definitions().describe(domain, validating.call());
          try {
            judge(domain, DomainXml.parse(xml));
          } catch (DefinitionException e) {
            throw new HypervisorException(Fault.REFUSED, e.words());
          }
        });
    ask(
        domain,
        "autostart",
        () -> {
          if (here.survey().hasAutostart(domain, validating.call())) {
            findings.add(FindingMessage.AUTOSTART_ON, domain);
          }
        });
    ask(
        domain,
        "managed-save image",
        () -> {
          if (here.definitions().hasSavedMemory(domain, validating.call())) {
            findings.add(FindingMessage.SAVED_MEMORY, domain);
          }
        });
    if (migrates) {
      ask(domain, "snapshots", () -> countSnapshots(here, domain));
    }
  }

  private void countSnapshots(Hypervisor here, DomainName domain) throws HypervisorException {
    int count = here.survey().snapshots(domain, validating.call());
    if (count > 0) {
      findings.add(FindingMessage.SNAPSHOTS, domain, count);
    }
  }

  /** A question to libvirt, and what follows from its answer. */
  private interface Question {
    void ask() throws HypervisorException;
  }

  /** What a driver does not know it does not do either. */
  private void ask(DomainName domain, String what, Question question) {
    try {
      question.ask();
    } catch (HypervisorException e) {
      if (e.fault() == Fault.UNSUPPORTED) {
        LOG.debug("{} of {}: {}", what, domain, e.words());
      } else {
        findings.addWithCause(FindingMessage.NOT_CHECKED, e.words(), domain, what);
      }
    }
  }

  private void judge(DomainName domain, DomainXml definition) {
    try {
      DomainNeeds needs = DomainNeeds.of(definition);
      if (!needs.onPoweroff().equals(GOES_OFF)) {
        findings.add(FindingMessage.POWEROFF_ACTION, domain, needs.onPoweroff());
      }
      if (!GIVES_UP.contains(needs.onCrash())) {
        findings.add(FindingMessage.CRASH_ACTION, domain, needs.onCrash());
      }
    } catch (DefinitionException e) {
      findings.addWithCause(FindingMessage.NOT_CHECKED, e.words(), domain, "definition");
    }
  }
}
