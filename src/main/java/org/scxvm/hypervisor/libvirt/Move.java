package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.TypedParameter;
import org.libvirt.TypedStringParameter;
import org.libvirt.TypedUlongParameter;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.time.Deadline;

/** One move: both connections and the domain. */
final class Move {

  /** {@code virDomainMigrateFlags}. */
  private static final int LIVE = 1;

  private static final int PEER_TO_PEER = 1 << 1;
  private static final int TUNNELLED = 1 << 2;
  private static final int PERSIST_DESTINATION = 1 << 3;
  private static final int PAUSED = 1 << 5;
  private static final int UNSAFE = 1 << 9;

  /** A dead peer is noticed after these seconds, times {@link #KEEPALIVE_COUNT}. */
  private static final int KEEPALIVE_SECONDS = 3;

  private static final int KEEPALIVE_COUNT = 3;
  private static final int JOB_STATS_COMPLETED = 1;

  private final String name;
  private final Domain domain;
  private final Connect peer;
  private final MoveRequest request;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Move(String name, Domain domain, Connect peer, MoveRequest request) {
    this.name = name;
    this.domain = domain;
    this.peer = peer;
    this.request = request;
  }

  /** Connects to both nodes; nothing has happened to the domain when this fails. */
  static Move prepare(String uri, String domain, MoveRequest request) throws LibvirtException {
    EventLoop.start();
    Connect here = connect(uri);
    Domain found = here.domainLookupByName(domain);
    return new Move(domain, found, connect(request.peerUri()), request);
  }

  private static Connect connect(String uri) throws LibvirtException {
    Connect connection = Binding.connect(uri);
    connection.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
    return connection;
  }

  /** Migrates; blocks until libvirt has ended it, one way or the other. */
  boolean make() throws LibvirtException {
    try {
      if (request.options().tunnelled()) {
        // libvirt tunnels between its daemons only, so this form outlives the agent.
        int flags = flags() | PEER_TO_PEER | TUNNELLED;
        domain.migrateToURI(request.peerUri(), parameters(), flags);
      } else {
        domain.migrate(peer, parameters(), flags()).free();
      }
    } finally {
      ended.countDown();
    }
    return true;
  }

  int cancel() throws LibvirtException {
    return domain.abortJob();
  }

  boolean hasEndedBy(Deadline deadline) {
    try {
      return ended.await(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private int flags() {
    // Whatever libvirt does later, the copy does not run before both nodes have been asked.
    return PERSIST_DESTINATION
        | PAUSED
        | (request.live() ? LIVE : 0)
        | (request.options().unsafe() ? UNSAFE : 0);
  }

  private TypedParameter[] parameters() {
    List<TypedParameter> parameters = new ArrayList<>();
    // The name says nothing new, but the binding cannot pass an empty list.
    parameters.add(new TypedStringParameter("destination_name", name));
    if (!request.options().memoryUri().isEmpty()) {
      parameters.add(new TypedStringParameter("migrate_uri", request.options().memoryUri()));
    }
    request
        .options()
        .bandwidthMibPerSecond()
        .ifPresent(limit -> parameters.add(new TypedUlongParameter("bandwidth", limit)));
    return parameters.toArray(new TypedParameter[0]);
  }

  /** How long the guest stood still, as libvirt measured it; told once only. */
  Optional<Duration> downtime() throws LibvirtException {
    for (TypedParameter figure : domain.getJobStats(JOB_STATS_COMPLETED).stats) {
      if (figure.field.equals("downtime")) {
        return Optional.of(Duration.ofMillis(Long.parseLong(figure.getValueAsString())));
      }
    }
    return Optional.empty();
  }
}
