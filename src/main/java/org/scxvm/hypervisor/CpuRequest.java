package org.scxvm.hypervisor;

/**
 * A CPU that a domain asks for.
 *
 * @param virtType the kind of virtualization, as in the type of a domain
 * @param arch its architecture; empty for that of the node
 * @param machine the machine it is to be in; empty for the usual one
 * @param xml the element of the definition
 */
public record CpuRequest(String virtType, String arch, String machine, String xml) {}
