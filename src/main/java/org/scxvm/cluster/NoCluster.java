package org.scxvm.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** No cluster manager on this machine: an administrator runs the agent by hand. */
public final class NoCluster implements Clusters {

  private final Supplier<NodeName> thisNode;

  /**
   * Stands in for a cluster manager.
   *
   * @param thisNode asked only when a name for this machine is needed
   */
  public NoCluster(Supplier<NodeName> thisNode) {
    this.thisNode = thisNode;
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    return new Cluster(
        new Resource(), new Group(identity.group()), new Nodes(thisNode), new Monitor());
  }

  private record Resource() implements ResourceView {
    @Override
    public Optional<String> extension(String property) {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> timeoutOf(String method) {
      return Optional.empty();
    }

    @Override
    public boolean isSwitchedOff() {
      return false;
    }

    @Override
    public boolean killsNodeIfStopFails() {
      return false;
    }

    @Override
    public ResourceStatus status() {
      return ResourceStatus.OTHER;
    }

    @Override
    public void setStatus(ResourceStatus status, String text) {}
  }

  /** Nobody can be asked to act: what is found is said, and that is all. */
  private record Monitor() implements MonitorView {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    @Override
    public MonitorPolicy policy() {
      return new MonitorPolicy(INTERVAL, 0, INTERVAL, FailoverMode.LOG_ONLY);
    }

    @Override
    public int restarts() {
      return 0;
    }

    @Override
    public void ask(Recovery recovery) throws ClusterException {
      throw new ClusterException("no cluster manager here could do it");
    }
  }

  private record Group(Optional<String> given) implements GroupView {
    @Override
    public String name() throws ClusterException {
      return given.orElseThrow(
          () -> new ClusterException("no cluster manager knows the group: give it with -G"));
    }

    @Override
    public Optional<List<NodeName>> targetNodes() {
      return Optional.of(List.of());
    }

    @Override
    public boolean isOfflineOn(NodeName node) {
      return true;
    }

    @Override
    public List<NodeName> nodeList() {
      return List.of();
    }
  }

  private record Nodes(Supplier<NodeName> name) implements NodeView {
    @Override
    public NodeName thisNode() {
      return name.get();
    }

    /** Nobody has given it a number. */
    @Override
    public String thisNodeId() {
      return name.get().value();
    }

    @Override
    public Optional<String> privateHostOf(NodeName node) {
      return Optional.empty();
    }

    @Override
    public boolean isDown(NodeName node) {
      return false;
    }
  }
}
