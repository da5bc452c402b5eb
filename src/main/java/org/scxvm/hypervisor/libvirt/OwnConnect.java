package org.scxvm.hypervisor.libvirt;

import com.sun.jna.Pointer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/**
 * A connection of libvirt-java over which own calls can be made, too, and over which a listener may
 * be told of changes. libvirt calls the listener by its address: where the connection was not
 * closed for certain, it must never be collected as garbage, or that call ends the JVM.
 */
final class OwnConnect extends Connect {

  /** By identity: to compare two connections libvirt-java asks libvirt. */
  private static final Set<OwnConnect> REACHABLE =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  OwnConnect(String uri) throws LibvirtException {
    super(uri);
    REACHABLE.add(this);
  }

  /** Closes it; whatever fails leaves it where libvirt may still call it. */
  void closeForGood() throws LibvirtException {
    if (close() == 0) {
      REACHABLE.remove(this);
    }
  }

  Pointer pointer() {
    return vcp.getPointer();
  }
}
