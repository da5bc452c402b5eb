package org.scxvm.cli;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.Recovery;
import org.scxvm.config.Setting;
import org.scxvm.config.SettingException;
import org.scxvm.folder.FolderException;
import org.scxvm.folder.StateFolder;
import org.scxvm.lock.LockException;
import org.scxvm.lock.LockName;
import org.scxvm.lock.ResourceLocks;
import org.scxvm.message.MonitorMessage;
import org.scxvm.monitor.FaultMonitor;
import org.scxvm.time.Deadline;
import org.scxvm.watched.Registration;
import org.scxvm.watched.Registrations;

/**
 * The service of a package: the fault monitor for one domain. It asks the cluster for a recovery by
 * its end, so it ends only if it has found the domain down or its guest sick.
 */
final class SgMonitor {

  /** One that was killed with its wrapper, and is about to find that the domain is gone. */
  private static final Duration ANOTHER_ONE = Duration.ofSeconds(5);

  private SgMonitor() {}

  static SgStatus run(MethodCall call) throws SettingException, ClusterException, LockException {
    Adapters adapters = call.adapters();
    String state = call.settings().required(Setting.STATE_DIR);
    String own = state + "/" + call.identity().resource() + ".service";
    Function<Deadline, StateFolder> folder = until -> adapters.folders().state(own, until);
    Registration registration = MonitorStartCallback.registration(call);
    Deadline soon = Deadline.in(adapters.time(), ANOTHER_ONE);
    ResourceLocks.Held held = adapters.locks(own).acquire(LockName.MONITOR, SgAction.MONITOR, soon);
    try {
      String boot = MonitorStartCallback.boot(call);
      new Registrations(folder.apply(call.limit().answer()), boot).add(registration);
      call.messages().say(MonitorMessage.BEGUN, adapters.self().pid());
      FaultMonitor.Node node =
          new FaultMonitor.Node(
              folder,
              boot,
              adapters.locks(state),
              adapters.commands(),
              adapters.time(),
              adapters.self());
      return watch(call, node);
    } catch (FolderException e) {
      call.messages()
          .sayWithCause(MonitorMessage.NOT_REGISTERED, e.words(), call.identity().resource());
      throw new LockException("state.dir: " + e.words(), false);
    } finally {
      held.close();
    }
  }

  private static SgStatus watch(MethodCall call, FaultMonitor.Node node) {
    AtomicBoolean asked = new AtomicBoolean();
    Thread watching = Thread.currentThread();
    Runnable end =
        () -> {
          asked.set(true);
          watching.interrupt();
        };
    Clusters clusters =
        (identity, deadline) -> {
          Cluster cluster = call.cluster().apply(deadline);
          return new Cluster(
              cluster.resource(),
              cluster.group(),
              cluster.nodes(),
              new AskedByTheEnd(cluster.monitor(), end));
        };
    new FaultMonitor(node, call.adapters().watchedHypervisors(), clusters, call.messages()).run();
    return asked.get() ? SgStatus.FAILED : SgStatus.SUCCESS;
  }

  /** A cluster manager that takes the end of the service for a request. */
  record AskedByTheEnd(MonitorView of, Runnable end) implements MonitorView {

    @Override
    public MonitorPolicy policy() throws ClusterException {
      return of.policy();
    }

    @Override
    public int restarts() throws ClusterException {
      return of.restarts();
    }

    @Override
    public void ask(Recovery recovery) {
      end.run();
    }
  }
}
