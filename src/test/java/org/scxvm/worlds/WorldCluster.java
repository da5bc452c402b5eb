package org.scxvm.worlds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.GroupView;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.NodeView;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.resource.NodeName;

/**
 * The cluster manager, as one process finds it.
 *
 * @param target where the group is being switched to
 */
record WorldCluster(AgentProcess agent, Optional<Node> target)
    implements ResourceView, GroupView, NodeView {

  /** Something that the cluster is asked. */
  private interface Answer {
    Object get();
  }

  Cluster view() {
    return new Cluster(this, this, this, Methods.unasked(MonitorView.class));
  }

  private Object asked(String question, Answer answer) throws ClusterException {
    try {
      return agent.call(
          new AgentProcess.Call(CallKind.CLUSTER, question, List.of()),
          way -> {
            if (way == Way.Plain.NO_ANSWER) {
              throw new ClusterException(question + ": no answer");
            }
            return answer.get();
          });
    } catch (ClusterException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<String> extension(String property) {
    return Optional.empty();
  }

  @Override
  public Optional<Duration> timeoutOf(String method) {
    return Optional.empty();
  }

  @Override
  public boolean isSwitchedOff() throws ClusterException {
    return (Boolean) asked("is it disabled", () -> false);
  }

  @Override
  public ResourceStatus status() {
    return ResourceStatus.OK;
  }

  @Override
  public void setStatus(ResourceStatus status, String text) {}

  @Override
  public boolean killsNodeIfStopFails() {
    return false;
  }

  @Override
  public String name() {
    return "vm1-rg";
  }

  @Override
  @SuppressWarnings("unchecked")
  public Optional<List<NodeName>> targetNodes() throws ClusterException {
    return (Optional<List<NodeName>>)
        asked("target nodes", () -> Optional.of(target.map(Node::name).stream().toList()));
  }

  /** Nobody keeps groups here: it is online, or about to be, where a method is at work. */
  @Override
  public boolean isOfflineOn(NodeName node) throws ClusterException {
    return (Boolean)
        asked(
            "is the group offline there", () -> !agent.isBeside(agent.world().node(node.value())));
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<NodeName> nodeList() throws ClusterException {
    return (List<NodeName>)
        asked("node list", () -> agent.world().nodes().stream().map(Node::name).toList());
  }

  /** Asked so often that it would hide the other questions. */
  @Override
  public NodeName thisNode() {
    return agent.node().name();
  }

  @Override
  public String thisNodeId() {
    return String.valueOf(agent.node().index());
  }

  @Override
  public Optional<String> privateHostOf(NodeName node) {
    return Optional.empty();
  }

  @Override
  public boolean isDown(NodeName node) throws ClusterException {
    return (Boolean) asked("is it down", () -> agent.world().node(node.value()).isDead());
  }
}
