package org.scxvm.hypervisor;

/**
 * What runs on a node.
 *
 * @param libvirt its libvirt
 * @param hypervisor its hypervisor; of QEMU the one that starts domains now
 */
public record Versions(Version libvirt, Version hypervisor) {}
