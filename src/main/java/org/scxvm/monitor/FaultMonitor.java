package org.scxvm.monitor;

import java.time.Duration;
import java.util.function.Function;
import org.scxvm.cluster.Clusters;
import org.scxvm.folder.StateFolder;
import org.scxvm.hypervisor.ProcessIdentity;
import org.scxvm.hypervisor.WatchedHypervisors;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.Messages;
import org.scxvm.process.Commands;
import org.scxvm.time.Deadline;
import org.scxvm.time.Time;

/** The fault monitor of a node, put together. */
public final class FaultMonitor {

  /** The state folder is in memory. */
  private static final Duration STATE_LIMIT = Duration.ofSeconds(5);

  private final Notes notes = new Notes();
  private final WatchDomains watch;

  /**
   * What it needs of its node.
   *
   * @param state opens the state folder for use that ends at a deadline
   * @param boot tells this boot of the machine from all others
   * @param self this process
   */
  public record Node(
      Function<Deadline, StateFolder> state,
      String boot,
      ResourceLocks locks,
      Commands commands,
      Time time,
      ProcessIdentity self) {}

  /** Puts it together; nothing is done before {@link #run}. */
  public FaultMonitor(
      Node node, WatchedHypervisors hypervisors, Clusters clusters, Messages messages) {
    Time time = node.time();
    Ground ground =
        new Ground(
            () -> node.state().apply(Deadline.in(time, STATE_LIMIT)), node.boot(), messages, time);
    LookoutThreads lookouts =
        new LookoutThreads(hypervisors, new CheckGuest(node.commands(), time, false), notes, time);
    AskCluster cluster = new AskCluster(clusters, node.locks(), ground);
    this.watch =
        new WatchDomains(
            ground,
            new WatchFiles(ground, node.self()),
            lookouts,
            new AskerThreads(cluster, lookouts::reach, notes));
  }

  /** Watches until this thread is interrupted; otherwise the process ends with a signal. */
  public void run() {
    watch.run(notes);
  }
}
