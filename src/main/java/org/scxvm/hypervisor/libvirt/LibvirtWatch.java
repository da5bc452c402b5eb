package org.scxvm.hypervisor.libvirt;

import java.util.function.Consumer;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.ConnectionCloseListener;
import org.libvirt.event.ConnectionCloseReason;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.IOErrorAction;
import org.libvirt.event.IOErrorListener;
import org.libvirt.event.LifecycleListener;
import org.scxvm.hypervisor.DomainProcesses;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one hypervisor through libvirt's events. */
final class LibvirtWatch implements WatchedHypervisor {

  private static final Logger LOG = LoggerFactory.getLogger(LibvirtWatch.class);

  /** A daemon that is gone without a word is noticed after these seconds, times the count. */
  private static final int KEEPALIVE_SECONDS = 5;

  private static final int KEEPALIVE_COUNT = 3;

  private final String uri;
  private final ProcessWitness witness;
  private final DomainProcesses processes;

  LibvirtWatch(String uri, ProcessWitness witness, DomainProcesses processes) {
    this.uri = uri;
    this.witness = witness;
    this.processes = processes;
  }

  @Override
  public WatchLine connect(Changes changes) throws HypervisorException {
    NativeLibvirt.load();
    try {
      EventLoop.start();
      OwnConnect connection = new OwnConnect(uri);
      keepAlive(connection);
      Listener listener = new Listener(changes);
      connection.addLifecycleListener(listener);
      connection.addIOErrorListener(listener);
      connection.registerCloseListener(listener);
      return new LibvirtWatchLine(uri, connection, listener, witness);
    } catch (LibvirtException e) {
      throw Binding.translated(e);
    }
  }

  /** Drivers that need no daemon have none to keep alive. */
  private static void keepAlive(Connect connection) {
    try {
      connection.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
    } catch (LibvirtException e) {
      LOG.debug("no keepalive: {}", e.getMessage());
    }
  }

  @Override
  public DomainProcesses processes() {
    return processes;
  }

  /** Runs on libvirt's thread, so it only passes on. */
  static final class Listener
      implements LifecycleListener, IOErrorListener, ConnectionCloseListener {

    private final Changes changes;

    Listener(Changes changes) {
      this.changes = changes;
    }

    @Override
    public int onLifecycleChange(Domain domain, DomainEvent event) {
      tell(domain, changes::changed);
      return 0;
    }

    @Override
    public void onIOError(Domain domain, String path, String alias, IOErrorAction action) {
      tell(domain, changes::diskFailed);
    }

    @Override
    public void onClose(Connect connection, ConnectionCloseReason reason) {
      changes.lost();
    }

    /** Each event hands out a reference of its own. */
    private static void tell(Domain domain, Consumer<String> whom) {
      try {
        whom.accept(domain.getName());
      } catch (LibvirtException e) {
        LOG.debug("an event of nobody: {}", e.getMessage());
      } finally {
        release(domain);
      }
    }

    private static void release(Domain domain) {
      try {
        domain.free();
      } catch (LibvirtException e) {
        LOG.debug("reference of an event not released: {}", e.getMessage());
      }
    }
  }
}
