package org.scxvm.hypervisor.libvirt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.scxvm.hypervisor.MoveFigures;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.hypervisor.MoveSample;
import org.scxvm.time.Deadline;

/** One move: both connections and the domain. */
final class Move implements MoveCalls {

  /** {@code virDomainMigrateFlags}; those that are options are in {@link MoveParameters}. */
  private static final int LIVE = 1;

  private static final int PEER_TO_PEER = 1 << 1;
  private static final int TUNNELLED = 1 << 2;
  private static final int PERSIST_DESTINATION = 1 << 3;
  private static final int PAUSED = 1 << 5;

  /** A dead peer is noticed after these seconds, times {@link #KEEPALIVE_COUNT}. */
  private static final int KEEPALIVE_SECONDS = 3;

  private static final int KEEPALIVE_COUNT = 3;
  private static final int JOB_STATS_RUNNING = 0;
  private static final int JOB_STATS_COMPLETED = 1;

  private final String name;
  private final Domain domain;
  private final Connect peer;
  private final MoveRequest request;

  /** How the call that migrates ended: empty if libvirt reports success, else its words. */
  private final CompletableFuture<Optional<String>> end = new CompletableFuture<>();

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

  @Override
  public void begin() {
    Thread thread = new Thread(() -> end.complete(made()), "call: migrate");
    thread.setDaemon(true);
    thread.start();
  }

  private Optional<String> made() {
    try {
      make();
      return Optional.empty();
    } catch (LibvirtException | RuntimeException | LinkageError e) {
      return Optional.of(words(e));
    }
  }

  static String words(Throwable e) {
    boolean speaksForItself = e instanceof LibvirtException || e instanceof TimeoutException;
    return speaksForItself ? String.valueOf(e.getMessage()) : e.toString();
  }

  /** Migrates; blocks until libvirt has ended it, one way or the other. */
  private void make() throws LibvirtException {
    if (request.options().tunnelled()) {
      // libvirt tunnels between its daemons only, so this form outlives the agent.
      int flags = flags() | PEER_TO_PEER | TUNNELLED;
      domain.migrateToURI(
          request.peerUri(), MoveParameters.parameters(name, request.options()), flags);
    } else {
      domain.migrate(peer, MoveParameters.parameters(name, request.options()), flags()).free();
    }
  }

  private int flags() {
    // Whatever libvirt does later, the copy does not run before both nodes have been asked.
    int always = PERSIST_DESTINATION | PAUSED;
    return always | (request.live() ? LIVE : 0) | MoveParameters.flags(request);
  }

  @Override
  public int cancel() throws LibvirtException {
    return domain.abortJob();
  }

  @Override
  public Optional<Optional<String>> endBy(Deadline deadline) {
    try {
      return Optional.of(end.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a settled call never fails here", e);
    }
  }

  @Override
  public MoveSample sample() throws LibvirtException {
    return JobFigures.of(domain.getJobStats(JOB_STATS_RUNNING).stats).sample();
  }

  /**
   * QEMU keeps what is set before a move, for its next one, too; what is set while it goes on ends
   * with it.
   */
  @Override
  public int allowDowntime(Duration downtime) throws LibvirtException {
    return domain.migrateSetMaxDowntime(downtime.toMillis());
  }

  @Override
  public MoveFigures figures() throws LibvirtException {
    return JobFigures.of(domain.getJobStats(JOB_STATS_COMPLETED).stats).completed();
  }
}
