package org.scxvm.preflight;

import java.util.List;
import org.scxvm.definition.MovedDisk;
import org.scxvm.message.PreflightMessage;
import org.scxvm.resource.DomainName;

/** What this node's libvirt does with the domain, or keeps of it, that stands in the way. */
final class JobCheck {

  private final Checking checking;
  private final DomainName domain;

  JobCheck(Checking checking) {
    this.checking = checking;
    this.domain = checking.domain();
  }

  void check(List<MovedDisk> disks, boolean isActive) {
    checking
        .here()
        .ask("snapshots", (it, until) -> it.survey().snapshots(domain, until))
        .filter(count -> count > 0)
        .ifPresent(
            count -> checking.findings().add(PreflightMessage.SNAPSHOTS_HINDER, domain, count));
    if (!isActive) {
      return; // only a running domain has jobs
    }
    checking
        .here()
        .ask("job", (it, until) -> it.moveSurvey().job(domain, until))
        .flatMap(found -> found)
        .ifPresent(job -> checking.findings().add(PreflightMessage.JOB_RUNNING, domain, job));
    disks.forEach(disk -> checkBlockJob(disk.name()));
  }

  private void checkBlockJob(String disk) {
    checking
        .here()
        .ask("block jobs", (it, until) -> it.moveSurvey().blockJob(domain, disk, until))
        .flatMap(found -> found)
        .ifPresent(
            job -> checking.findings().add(PreflightMessage.BLOCK_JOB_RUNNING, disk, domain, job));
  }
}
