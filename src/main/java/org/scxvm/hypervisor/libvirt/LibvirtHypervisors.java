package org.scxvm.hypervisor.libvirt;

import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.scxvm.hypervisor.witness.Witnesses;

/** Every hypervisor that libvirt can reach. */
public final class LibvirtHypervisors implements Hypervisors {

  @Override
  public Hypervisor at(String uri) {
    Lines lines = new Lines(uri);
    ProcessWitness witness = Witnesses.of(uri);
    return new Hypervisor(
        new LibvirtSight(lines, new LibvirtEvents(uri), witness),
        new LibvirtPower(lines),
        new LibvirtDefinitions(uri),
        new LibvirtMoves(uri),
        new LibvirtSurvey(lines),
        new LibvirtMoveSurvey(lines),
        new LibvirtNodeSurvey(lines));
  }
}
