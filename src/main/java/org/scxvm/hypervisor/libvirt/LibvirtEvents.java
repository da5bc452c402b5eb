package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.LifecycleListener;
import org.scxvm.hypervisor.DomainChanges;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lifecycle events of one hypervisor. Where there are none, waiting is all that is left. */
final class LibvirtEvents {

  private static final Logger LOG = LoggerFactory.getLogger(LibvirtEvents.class);
  private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

  private final String uri;

  LibvirtEvents(String uri) {
    this.uri = uri;
  }

  DomainChanges watch(DomainName domain, Deadline deadline) {
    try {
      return BoundedCall.<DomainChanges, LibvirtException>run(
          "watch", deadline, () -> subscribe(domain, deadline));
    } catch (LibvirtException | TimeoutException | LinkageError e) {
      LOG.debug("no events of {} from {}: {}", domain, uri, e.getMessage());
      return new Polled(deadline);
    }
  }

  private DomainChanges subscribe(DomainName name, Deadline deadline) throws LibvirtException {
    EventLoop.start();
    Connect connection = Binding.connect(uri);
    Subscription subscription = new Subscription(connection, deadline);
    connection.domainLookupByName(name.value()).addLifecycleListener(subscription);
    return subscription;
  }

  /** Changes told by libvirt. Its thread only leaves a note; one note is as good as many. */
  private static final class Subscription implements DomainChanges, LifecycleListener {

    private final BlockingQueue<Boolean> notes = new ArrayBlockingQueue<>(1);
    private final Connect connection;
    private final Deadline deadline;

    Subscription(Connect connection, Deadline deadline) {
      this.connection = connection;
      this.deadline = deadline;
    }

    @Override
    public int onLifecycleChange(Domain changed, DomainEvent event) {
      try {
        changed.free(); // each event hands out a reference of its own
      } catch (LibvirtException e) {
        LOG.debug("reference of an event not released: {}", e.getMessage());
      }
      return notes.offer(true) ? 1 : 0;
    }

    @Override
    public void await(Duration atMost) {
      try {
        Boolean noted = notes.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        LOG.trace("waited for a change: {}", noted);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      try {
        BoundedCall.<Boolean, LibvirtException>run(
            "close", Deadline.in(deadline.time(), CLOSE_LIMIT), this::unsubscribed);
      } catch (LibvirtException | TimeoutException e) {
        LOG.debug("connection for events not closed: {}", e.getMessage());
      }
    }

    /** An event that meets a closed connection makes libvirt-java throw inside libvirt's thread. */
    private boolean unsubscribed() throws LibvirtException {
      try {
        connection.removeLifecycleListener(this);
      } finally {
        connection.close();
      }
      return true;
    }
  }

  /** No events: the caller looks again when its patience is over. */
  private record Polled(Deadline deadline) implements DomainChanges {

    @Override
    public void await(Duration atMost) {
      deadline.time().sleep(atMost);
    }

    @Override
    public void close() {}
  }
}
