package org.scxvm.hypervisor.noted;

import org.scxvm.hypervisor.DomainPower;
import org.scxvm.hypervisor.DomainSight;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;

/**
 * The hypervisors of a method that holds the lock of its resource. A boot that this node's libvirt
 * did not answer is noted: it may take effect much later, so that until libvirt answers again the
 * absence of a process does not mean that the domain is down.
 *
 * @param hypervisors what is decorated
 * @param localUri the hypervisor of this node; the others are left as they are
 * @param note where it is remembered
 */
public record NotedHypervisors(Hypervisors hypervisors, String localUri, BootNote note)
    implements Hypervisors {

  @Override
  public Hypervisor at(String uri) {
    Hypervisor plain = hypervisors.at(uri);
    if (!uri.equals(localUri)) {
      return plain;
    }
    DomainSight sight = new NotedSight(plain.sight(), note);
    DomainPower power = new NotedPower(plain.power(), note);
    return new Hypervisor(
        sight,
        power,
        plain.definitions(),
        plain.moves(),
        plain.survey(),
        plain.moveSurvey(),
        plain.nodeSurvey());
  }
}
