package org.scxvm.hypervisor.witness;

import java.nio.file.Path;
import org.scxvm.hypervisor.ProcessSighting;

/** Finds the witness for a hypervisor. */
public final class Witnesses {

  private static final Path PROC = Path.of("/proc");

  private Witnesses() {}

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
