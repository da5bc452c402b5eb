package org.scxvm.definition;

/**
 * What a domain takes from its node.
 *
 * @param cpus how many virtual CPUs it has
 * @param memory the most memory that it may come to have, in MiB
 */
public record DomainSize(long cpus, long memory) {

  private static final int KIB_PER_MIB = 1024;

  /** Reads it from a definition. */
  public static DomainSize of(DomainXml definition) throws DefinitionException {
    XmlElement root = XmlElement.parse(definition.text());
    return new DomainSize(
        root.child("vcpu").map(DomainSize::cpus).orElse(1L),
        DomainNeeds.memory(root).most() / KIB_PER_MIB);
  }

  private static long cpus(XmlElement vcpu) {
    String current = vcpu.attribute("current");
    try {
      return Long.parseLong(current.isEmpty() ? vcpu.text().strip() : current);
    } catch (NumberFormatException e) {
      return 1; // as libvirt takes it that has none
    }
  }
}
