package org.scxvm.hypervisor.libvirt;

import java.util.Optional;
import org.libvirt.Library;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's event loop, one for the process. It must be there before the connection whose events
 * and keepalive it serves, and once there it must run, or libvirt takes the connections for dead.
 */
final class EventLoop {

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

  private EventLoop() {}

  /** Makes sure that the loop runs. */
  static void start() throws LibvirtException {
    Once.STARTED.check();
  }

  /** The class loader makes this happen once, whoever comes first. */
  private record Once(Optional<LibvirtException> failure) {

    static final Once STARTED = new Once(attempt());

    private static Optional<LibvirtException> attempt() {
      try {
        NativeLibvirt.load();
        Library.initEventLoop();
      } catch (LibvirtException e) {
        return Optional.of(e);
      }
      Thread thread = new Thread(EventLoop::run, "libvirt events");
      thread.setDaemon(true);
      thread.start();
      return Optional.empty();
    }

    void check() throws LibvirtException {
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private static void run() {
    try {
      Library.runEventLoop();
    } catch (LibvirtException e) {
      // Everybody who waits for an event polls as well: without the loop they are slower, not
      // wrong.
      LOG.debug("libvirt's event loop has ended", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
