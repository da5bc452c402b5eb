package org.scxvm.hypervisor.libvirt;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.hypervisor.witness.Witnesses;

/** Every hypervisor that libvirt can reach, to be watched. */
public final class LibvirtWatches implements WatchedHypervisors {

  private final Map<String, WatchedHypervisor> known = new ConcurrentHashMap<>();

  @Override
  public WatchedHypervisor at(String uri) {
    return known.computeIfAbsent(
        uri, it -> new LibvirtWatch(it, Witnesses.of(it), Witnesses.processesOf(it)));
  }
}
