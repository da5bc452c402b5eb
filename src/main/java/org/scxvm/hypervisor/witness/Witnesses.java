package org.scxvm.hypervisor.witness;

import java.nio.file.Path;
import java.util.Optional;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.ProcessCondition;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.ProcessSighting;
import org.scxvm.resource.DomainName;

/** Finds the witness for a hypervisor. */
public final class Witnesses {

  private static final Path PROC = Path.of("/proc");

  private Witnesses() {}

  /** The processes of the hypervisor at that URI; none where there are none to be seen. */
  public static DomainProcesses processesOf(String uri) {
    ProcessWitness witness = of(uri);
    return LocalQemu.of(uri, System.getenv())
        .folders()
        .<DomainProcesses>map(
            folders ->
                new QemuProcesses(
                    witness, folders.state(), new PidFileLocks(), new ProcessTable(PROC)))
        .orElseGet(() -> new NoProcesses(witness));
  }

  /** This process. */
  public static Optional<ProcessIdentity> self() {
    return new ProcessTable(PROC).identity(ProcessHandle.current().pid());
  }

  /** The processes of a hypervisor that has none here. */
  private record NoProcesses(ProcessWitness witness) implements DomainProcesses {

    @Override
    public ProcessSighting look(DomainName domain) {
      return witness.look(domain, Optional.empty());
    }

    @Override
    public Optional<ProcessIdentity> of(DomainName domain) {
      return Optional.empty();
    }

    @Override
    public ProcessCondition condition(ProcessIdentity process) {
      return ProcessCondition.GONE;
    }

    @Override
    public void awaitEnd(ProcessIdentity process, Runnable ended) {
      // There is none whose end could be told.
    }
  }

  /** The witness for the hypervisor at that URI; one that cannot look where there is none. */
  public static ProcessWitness of(String uri) {
    LocalQemu place = LocalQemu.of(uri, System.getenv());
    return place
        .folders()
        .<ProcessWitness>map(
            folders -> new QemuWitness(new ProcessTable(PROC), folders, new PidFileLocks()))
        .orElse((domain, uuid) -> new ProcessSighting.CannotLook(place.whyNot()));
  }
}
