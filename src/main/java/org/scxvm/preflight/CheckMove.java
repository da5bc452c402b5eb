package org.scxvm.preflight;

import org.scxvm.host.Host;
import org.scxvm.host.HostFiles;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.message.Findings;
import org.scxvm.preflight.MoveCheckOutcome.Fine;
import org.scxvm.preflight.MoveCheckOutcome.Hindered;

/**
 * Judges whether a domain could be migrated to another node now, by all that both nodes tell, and
 * changes nothing. It finds everything, not only the first thing. What cannot be told is a warning;
 * only what surely makes the migration fail is an error.
 */
public record CheckMove(Hypervisors hypervisors, Host host, HostFiles files) {

  public MoveCheckOutcome check(MoveCheckRequest request) {
    Findings findings = new Findings();
    Checking checking = new Checking(request, this, findings);
    new UriCheck(checking).check();
    new NodeCheck(checking).check();
    new DomainCheck(checking).check().ifPresent(seen -> new NeedCheck(checking).check(seen));
    return findings.errors() == 0
        ? new Fine(findings, checking.areDisksLocked())
        : new Hindered(findings, checking.areDisksLocked());
  }
}
