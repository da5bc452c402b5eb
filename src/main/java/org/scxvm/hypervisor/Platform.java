package org.scxvm.hypervisor;

/**
 * What a hypervisor must have to run a domain at all. An empty text leaves it to the hypervisor.
 *
 * @param virtType the kind of virtualization, as in the type of a domain
 * @param arch the architecture
 * @param machine the machine type
 * @param emulator the path of the program
 */
public record Platform(String virtType, String arch, String machine, String emulator) {

  @Override
  public String toString() {
    return String.join(" ", virtType, arch, machine, emulator).strip().replaceAll(" +", " ");
  }
}
