package org.scxvm.preflight;

import java.util.List;
import java.util.Optional;
import org.scxvm.definition.DefinitionException;
import org.scxvm.definition.DefinitionTraits;
import org.scxvm.definition.DomainXml;
import org.scxvm.hypervisor.Activity;
import org.scxvm.hypervisor.Answer;
import org.scxvm.message.Findings;
import org.scxvm.message.PreflightMessage;
import org.scxvm.resource.DomainName;
import org.scxvm.resource.NodeName;

/** The domain on both nodes: what it does, whose it is, how it is defined. */
final class DomainCheck {

  private final Checking checking;
  private final Findings findings;
  private final DomainName domain;
  private final NodeName target;

  /**
   * The domain as it is here.
   *
   * @param definition the one of the running domain; of one that is off, that for its next boot
   */
  record Seen(DomainXml definition, boolean isActive) {}

  DomainCheck(Checking checking) {
    this.checking = checking;
    this.findings = checking.findings();
    this.domain = checking.domain();
    this.target = checking.target();
  }

  /** Looks at both; empty if there is no definition to go on with. */
  Optional<Seen> check() {
    Optional<Answer> here = checking.here().look();
    Optional<Answer> there = checking.there().look();
    here.ifPresent(this::judgeHere);
    there.flatMap(Answer::doing).ifPresent(doing -> activeThere(doing));
    Optional<String> uuid = here.flatMap(Answer::knownUuid);
    if (uuid.isEmpty()) {
      return Optional.empty();
    }
    boolean isKnownThere = there.flatMap(Answer::knownUuid).isPresent();
    if (isKnownThere) {
      compareUuids(uuid.get(), there.flatMap(Answer::knownUuid).orElseThrow());
    } else if (there.isPresent()) {
      lookForUuid(uuid.get());
    }
    compareDefinitions(isKnownThere);
    return checking
        .here()
        .ask("definition", (it, until) -> it.moveSurvey().describeNow(domain, until))
        .flatMap(this::parsed)
        .map(definition -> new Seen(definition, here.flatMap(Answer::doing).isPresent()));
  }

  private void judgeHere(Answer answer) {
    Optional<Activity> doing = answer.doing();
    if (doing.isEmpty()) {
      findings.add(PreflightMessage.NOT_RUNNING, domain, answer);
    } else if (!isWell(doing.get())) {
      findings.add(PreflightMessage.NOT_WELL, domain, doing.get());
    }
  }

  /** As in a switch. */
  private static boolean isWell(Activity activity) {
    return switch (activity) {
      case RUNNING, PAUSED_BY_USER -> true;
      case BUSY,
          PAUSED_SINCE_LATE_BOOT,
          PAUSED_BY_MIGRATION,
          PAUSED_BY_IO_ERROR,
          PAUSED_BY_FAULT,
          CRASHED,
          PM_SUSPENDED ->
          false;
    };
  }

  private void activeThere(Activity doing) {
    findings.add(PreflightMessage.ACTIVE_THERE, domain, target, doing);
  }

  private void compareUuids(String here, String there) {
    if (!here.equals(there)) {
      findings.add(PreflightMessage.OTHER_THERE, domain, target, there, here);
    }
  }

  private void lookForUuid(String uuid) {
    checking
        .there()
        .ask("UUID", (it, until) -> it.moveSurvey().nameOf(uuid, until))
        .flatMap(found -> found)
        .ifPresent(name -> findings.add(PreflightMessage.UUID_TAKEN, uuid, domain, name, target));
  }

  private void compareDefinitions(boolean isKnownThere) {
    Optional<DomainXml> here = checking.here().describe().flatMap(this::parsed);
    Optional<DomainXml> there =
        isKnownThere ? checking.there().describe().flatMap(this::parsed) : Optional.empty();
    if (here.isEmpty() || there.isEmpty() || !here.get().uuid().equals(there.get().uuid())) {
      return; // another domain's has nothing to say
    }
    try {
      List<String> differences =
          DefinitionTraits.of(here.get()).differencesTo(DefinitionTraits.of(there.get()));
      if (!differences.isEmpty()) {
        String words = String.join("; ", differences);
        findings.add(PreflightMessage.DEFINED_OTHERWISE, domain, target, words);
      }
    } catch (DefinitionException e) {
      checking.notChecked("definition", e.words());
    }
  }

  private Optional<DomainXml> parsed(String text) {
    try {
      return Optional.of(DomainXml.parse(text));
    } catch (DefinitionException e) {
      checking.notChecked("definition", e.words());
      return Optional.empty();
    }
  }
}
