package org.scxvm.hypervisor.libvirt;

import com.sun.jna.NativeLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** libvirt's library, which brings fifty others with it. */
public final class LibvirtLibrary {

  static final String NAME = "virt";

  private static final Logger LOG = LoggerFactory.getLogger(LibvirtLibrary.class);

  private LibvirtLibrary() {}

  /** Begins to load it while the caller does other things; who needs it later finds it loaded. */
  public static void loadBeside() {
    Thread loader = new Thread(LibvirtLibrary::load, "loads libvirt");
    loader.setDaemon(true);
    loader.start();
  }

  private static void load() {
    try {
      NativeLibrary.getInstance(NAME);
    } catch (LinkageError e) {
      LOG.debug("not loaded beside: {}", e.toString()); // who needs it will say so
    }
  }
}
