package org.scxvm.hypervisor;

/** Finds a hypervisor by its URI; nothing is connected before it is needed. */
public interface Hypervisors {

  Hypervisor at(String uri);
}
