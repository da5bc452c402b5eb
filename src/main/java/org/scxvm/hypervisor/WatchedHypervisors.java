package org.scxvm.hypervisor;

/**
 * Finds a hypervisor that is to be watched by its URI; nothing is connected before it is needed.
 */
public interface WatchedHypervisors {

  WatchedHypervisor at(String uri);
}
