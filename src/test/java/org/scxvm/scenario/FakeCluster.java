package org.scxvm.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.Clusters;
import org.scxvm.cluster.FailoverMode;
import org.scxvm.cluster.GroupView;
import org.scxvm.cluster.MonitorPolicy;
import org.scxvm.cluster.MonitorView;
import org.scxvm.cluster.NodeView;
import org.scxvm.cluster.Recovery;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.cluster.ResourceView;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/** The cluster manager of the simulated nodes. */
final class FakeCluster implements Clusters {

  /** The methods whose timeouts the cluster manager knows. */
  private static final Set<String> METHODS =
      Set.of(
          "start",
          "stop",
          "probe",
          "validate",
          "update",
          "monitor_check",
          "monitor_start",
          "monitor_stop");

  /** The questions whose answer can be a fault. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "property",
          "timeout",
          "switch",
          "status",
          "failover mode",
          "policy",
          "restarts",
          "set status",
          "target nodes",
          "node list",
          "group state",
          "this node",
          "node id",
          "private host",
          "node state");

  private static final String WORKS = "answers";
  private static final String HANGS = "hangs";
  private static final String FAILS = "fails: ";

  private final World world;
  private final Map<String, String> faults = new HashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private String all = WORKS;
  private String switchTo = "none";
  private List<NodeName> nodeList = names("node1, node2");
  private boolean disabled;
  private String failoverMode = "SOFT";
  private ResourceStatus status = ResourceStatus.OK;
  private Optional<String> privateHost = Optional.empty();
  private boolean peerDown;
  private String groupThere = "offline";

  FakeCluster(World world) {
    this.world = world;
  }

  /** A value of the given half; whether there is such a key. */
  boolean set(String key, String value) {
    switch (key) {
      case "cluster" -> all = fault(value);
      case "switch to" -> switchTo = value;
      case "node list" -> nodeList = names(value);
      case "resource" -> disabled = value.equals("disabled");
      case "failover mode" -> failoverMode = value;
      case "status" -> status = ResourceStatus.valueOf(value);
      case "private host" -> privateHost = Optional.of(value);
      case "group on node2" -> groupThere = value;
      case "node2" -> peerDown = value.equals("down");
      default -> {
        return setFaultOrProperty(key, value);
      }
    }
    return true;
  }

  private boolean setFaultOrProperty(String key, String value) {
    if (key.startsWith("question ") && QUESTIONS.contains(key.substring("question ".length()))) {
      faults.put(key.substring("question ".length()), fault(value));
      return true;
    }
    if (key.startsWith("property ")) {
      properties.put(key.substring("property ".length()), value);
      return true;
    }
    return false;
  }

  private static String fault(String value) {
    if (!value.equals(WORKS) && !value.equals(HANGS) && !value.startsWith(FAILS)) {
      throw new IllegalArgumentException("no way to answer: " + value);
    }
    return value;
  }

  boolean isPeerDown() {
    return peerDown;
  }

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    return new Cluster(
        new Resource(deadline), new Group(deadline), new Nodes(deadline), new Monitor(deadline));
  }

  private <T> T ask(String question, Deadline deadline, Supplier<T> answer)
      throws ClusterException {
    world.time().countCall();
    if (!world.time().sleepUntil(deadline.remaining(), () -> !faultOf(question).equals(HANGS))
        || deadline.hasPassed()) {
      throw failed(question + ": did not end in time, killed");
    }
    String fault = faultOf(question);
    if (fault.startsWith(FAILS)) {
      throw failed(question + ": " + fault.substring(FAILS.length()));
    }
    return answer.get();
  }

  private String faultOf(String question) {
    return all.equals(WORKS) ? faults.getOrDefault(question, WORKS) : all;
  }

  private ClusterException failed(String words) {
    world.story().add("cluster", words);
    return new ClusterException(words);
  }

  private static List<NodeName> names(String value) {
    return Arrays.stream(value.split(",", -1)).map(name -> new NodeName(name.strip())).toList();
  }

  private final class Resource implements ResourceView {
    private final Deadline deadline;

    Resource(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public Optional<String> extension(String property) throws ClusterException {
      Optional<String> value =
          ask("property", deadline, () -> Optional.ofNullable(properties.get(property)));
      if (value.filter(it -> it.startsWith(FAILS)).isPresent()) {
        throw new ClusterException(value.get().substring(FAILS.length()));
      }
      return value.filter(it -> !it.equals("not set"));
    }

    @Override
    public Optional<Duration> timeoutOf(String method) throws ClusterException {
      if (method.endsWith("_script")) {
        return Optional.empty(); // a package's, which this cluster does not have
      }
      boolean isOther = method.startsWith("ocf_") || method.startsWith("sg_");
      if (!METHODS.contains(method) && !isOther) {
        throw failed("timeout: no tag " + method + "_TIMEOUT");
      }
      return ask(
          "timeout",
          deadline,
          () -> method.equals("probe") ? Optional.empty() : Optional.of(world.timeout()));
    }

    @Override
    public boolean isSwitchedOff() throws ClusterException {
      return ask("switch", deadline, () -> disabled);
    }

    @Override
    public boolean killsNodeIfStopFails() throws ClusterException {
      return ask("failover mode", deadline, () -> failoverMode.equals("HARD"));
    }

    @Override
    public ResourceStatus status() throws ClusterException {
      return ask("status", deadline, () -> status);
    }

    @Override
    public void setStatus(ResourceStatus wanted, String text) throws ClusterException {
      status = ask("set status", deadline, () -> wanted);
      world.story().add("cluster", ("status " + wanted + " " + text).strip());
    }
  }

  private final class Monitor implements MonitorView {
    private final Deadline deadline;

    Monitor(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public MonitorPolicy policy() throws ClusterException {
      return FakeCluster.this.ask(
          "policy",
          deadline,
          () ->
              new MonitorPolicy(
                  Duration.ofSeconds(60),
                  2,
                  Duration.ofSeconds(370),
                  FailoverMode.valueOf(failoverMode)));
    }

    @Override
    public int restarts() throws ClusterException {
      return FakeCluster.this.ask("restarts", deadline, () -> 0);
    }

    @Override
    public void ask(Recovery recovery) throws ClusterException {
      throw failed(recovery + ": only the resident monitor asks");
    }
  }

  private final class Group implements GroupView {
    private final Deadline deadline;

    Group(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public String name() {
      return "vm1-rg";
    }

    @Override
    public Optional<List<NodeName>> targetNodes() throws ClusterException {
      return ask("target nodes", deadline, this::targets);
    }

    private Optional<List<NodeName>> targets() {
      return switch (switchTo) {
        case "none" -> Optional.of(List.of());
        case "cannot tell" -> Optional.empty();
        default -> Optional.of(names(switchTo));
      };
    }

    @Override
    public boolean isOfflineOn(NodeName node) throws ClusterException {
      return ask("group state", deadline, () -> groupThere.equals("offline"));
    }

    @Override
    public List<NodeName> nodeList() throws ClusterException {
      return ask("node list", deadline, () -> nodeList);
    }
  }

  private final class Nodes implements NodeView {
    private final Deadline deadline;

    Nodes(Deadline deadline) {
      this.deadline = deadline;
    }

    @Override
    public NodeName thisNode() throws ClusterException {
      return ask("this node", deadline, () -> World.THIS_NODE);
    }

    @Override
    public String thisNodeId() throws ClusterException {
      return ask("node id", deadline, () -> "1");
    }

    @Override
    public Optional<String> privateHostOf(NodeName node) {
      try {
        return ask("private host", deadline, () -> privateHost);
      } catch (ClusterException e) {
        return Optional.empty(); // as the RGM's adapter does
      }
    }

    @Override
    public boolean isDown(NodeName node) throws ClusterException {
      return ask("node state", deadline, () -> peerDown && node.equals(World.PEER));
    }
  }
}
