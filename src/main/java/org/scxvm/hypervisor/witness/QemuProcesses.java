package org.scxvm.hypervisor.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.resource.DomainName;

/** The QEMU processes of one libvirtd, by the locks on their pid files. */
final class QemuProcesses implements DomainProcesses {

  private final ProcessWitness witness;
  private final Path state;
  private final PidFileLocks locks;
  private final ProcessTable processes;
  private final ProcessEnds ends;

  QemuProcesses(ProcessWitness witness, Path state, PidFileLocks locks, ProcessTable processes) {
    this.witness = witness;
    this.state = state;
    this.locks = locks;
    this.processes = processes;
    this.ends = new ProcessEnds(processes);
  }

  @Override
  public ProcessSighting look(DomainName domain) {
    return witness.look(domain, Optional.empty());
  }

  @Override
  public Optional<ProcessIdentity> of(DomainName domain) {
    try {
      OptionalLong pid = locks.holder(state.resolve(domain.value() + ".pid"));
      return pid.isPresent() && pid.getAsLong() > 0
          ? processes.identity(pid.getAsLong())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public ProcessCondition condition(ProcessIdentity process) {
    return processes.condition(process);
  }

  @Override
  public void awaitEnd(ProcessIdentity process, Runnable ended) {
    ends.await(process, ended);
  }
}
