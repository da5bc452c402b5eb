package org.scxvm.monitor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.scxvm.hypervisor.Answer;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.Sighting;
import org.scxvm.hypervisor.WatchLine;
import org.scxvm.hypervisor.WatchedHypervisor;
import org.scxvm.hypervisor.WatchedHypervisor.Changes;
import org.scxvm.resource.DomainName;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one line to one hypervisor. While there is none, a thread of its own tries again and again;
 * should a try hang, it hangs alone, and ends with whatever it hangs on. Looks are made meanwhile
 * without libvirt.
 */
final class Reach implements Changes {

  private static final Logger LOG = LoggerFactory.getLogger(Reach.class);
  private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

  /** A libvirt that needs longer counts as silent, as it does in the probe. */
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

  private final String uri;
  private final WatchedHypervisor hypervisor;
  private final Notes notes;
  private final Time time;

  /** Whoever looks waits for the first try: there would be no line in any case before it. */
  private final CountDownLatch tried = new CountDownLatch(1);

  private Optional<WatchLine> line = Optional.empty();
  private boolean wanted = true;

  Reach(String uri, WatchedHypervisor hypervisor, Notes notes, Time time) {
    this.uri = uri;
    this.hypervisor = hypervisor;
    this.notes = notes;
    this.time = time;
  }

  /** Begins to keep the line. */
  void open() {
    Thread keeper = new Thread(this::keep, "line to " + uri);
    keeper.setDaemon(true);
    keeper.start();
  }

  private void keep() {
    Duration pause = PAUSE_MIN;
    while (isWanted()) {
      try {
        WatchLine opened = hypervisor.connect(this);
        pause = PAUSE_MIN;
        boolean used = use(opened);
        tried.countDown();
        if (used) {
          notes.add(new Note.Reached(uri));
          awaitLoss(opened);
        }
        opened.close();
      } catch (HypervisorException e) {
        LOG.debug("no line to {}: {}", uri, e.words());
        tried.countDown();
      }
      if (isWanted()) {
        time.sleep(pause);
      }
      Duration twice = pause.plus(pause);
      pause = twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
    }
  }

  private synchronized boolean isWanted() {
    return wanted;
  }

  private synchronized boolean use(WatchLine opened) {
    if (wanted) {
      line = Optional.of(opened);
    }
    return wanted;
  }

  private synchronized void awaitLoss(WatchLine opened) {
    try {
      while (wanted && line.filter(it -> it == opened).isPresent()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      wanted = false;
    }
  }

  /** Does not keep the line any more. */
  synchronized void close() {
    tried.countDown();
    wanted = false;
    line = Optional.empty();
    notifyAll();
  }

  private synchronized Optional<WatchLine> line() {
    return line;
  }

  /** Gives a line up that is of no use any more; another one is opened. */
  private synchronized void giveUp(WatchLine lost) {
    if (line.filter(it -> it == lost).isPresent()) {
      line = Optional.empty();
      notifyAll();
      notes.add(new Note.Lost(uri));
    }
  }

  Sighting look(DomainName domain) {
    awaitFirstTry();
    Optional<WatchLine> used = line();
    if (used.isEmpty()) {
      return new Sighting(
          new Answer.Silent("no line to " + uri), hypervisor.processes().look(domain));
    }
    Sighting seen = used.get().look(domain, Deadline.in(time, LOOK_LIMIT));
    if (seen.isSilent()) {
      giveUp(used.get());
    }
    return seen;
  }

  private void awaitFirstTry() {
    try {
      boolean over = tried.await(LOOK_LIMIT.toSeconds(), TimeUnit.SECONDS);
      LOG.trace("first try over: {}", over);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something that is asked over the line. */
  interface Question<T> {
    T ask(WatchLine line, Deadline deadline) throws HypervisorException;
  }

  /** Asks; empty if there is no line. */
  <T> Optional<T> ask(Duration limit, Question<T> question) throws HypervisorException {
    Optional<WatchLine> used = line();
    return used.isEmpty()
        ? Optional.empty()
        : Optional.of(question.ask(used.get(), Deadline.in(time, limit)));
  }

  @Override
  public void changed(String domain) {
    notes.add(new Note.Changed(uri, domain));
  }

  @Override
  public void diskFailed(String domain) {
    notes.add(new Note.DiskFailed(uri, domain));
  }

  @Override
  public void lost() {
    line().ifPresent(this::giveUp);
  }
}
