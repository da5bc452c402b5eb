package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.witness.ProcessWitness;
import org.scxvm.resource.DomainName;
import org.scxvm.time.BoundedCall;
import org.scxvm.time.Deadline;
import org.scxvm.time.SystemTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection over which a hypervisor is watched, and asked. */
final class LibvirtWatchLine implements WatchLine {

  private static final Logger LOG = LoggerFactory.getLogger(LibvirtWatchLine.class);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final OwnConnect connection;
  private final LibvirtWatch.Listener listener;
  private final Lines lines;
  private final LibvirtSight sight;

  LibvirtWatchLine(
      String uri, OwnConnect connection, LibvirtWatch.Listener listener, ProcessWitness witness) {
    this.connection = connection;
    this.listener = listener;
    this.lines = new Lines(uri, new Line(uri, connection.pointer()));
    this.sight = new LibvirtSight(lines, new LibvirtEvents(uri), witness);
  }

  @Override
  public Sighting look(DomainName domain, Deadline deadline) {
    return sight.look(domain, deadline);
  }

  @Override
  public Map<String, Answer> lookAtAll(Deadline deadline) throws HypervisorException {
    return lines.call("look at all", deadline, line -> line.withConnection(AllDomains::answers));
  }

  @Override
  public void pingGuest(DomainName domain, Deadline deadline) throws HypervisorException {
    int seconds = (int) Math.max(1, deadline.remaining().toSeconds());
    lines.call(
        "guest-ping",
        deadline,
        line -> line.withDomain(domain.value(), found -> GuestAgent.ping(found, seconds)));
  }

  /** A connection that hangs is left to itself. */
  @Override
  public void close() {
    try {
      BoundedCall.<Boolean, LibvirtException>run(
          "close", Deadline.in(new SystemTime(), CLOSE_LIMIT), this::closed);
    } catch (LibvirtException | TimeoutException e) {
      LOG.debug("connection not closed: {}", e.getMessage());
    }
  }

  /** An event that meets a closed connection makes libvirt-java throw inside libvirt's thread. */
  private boolean closed() throws LibvirtException {
    try {
      connection.unregisterCloseListener();
      connection.removeLifecycleListener(listener);
      connection.removeIOErrorListener(listener);
    } finally {
      connection.closeForGood();
    }
    return true;
  }
}
