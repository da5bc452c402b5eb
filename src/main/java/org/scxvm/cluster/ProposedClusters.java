package org.scxvm.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.time.Deadline;

/**
 * The cluster as it would be if it took a proposal: whatever is proposed counts in the place of
 * what is. Of a resource that does not exist yet nothing else is asked; its group exists.
 */
public record ProposedClusters(Clusters clusters, Proposal proposal) implements Clusters {

  @Override
  public Cluster of(ResourceIdentity identity, Deadline deadline) {
    Cluster now = clusters.of(identity, deadline);
    return new Cluster(
        new Resource(now, proposal), new Group(now.group(), proposal), now.nodes(), now.monitor());
  }

  private record Resource(Cluster now, Proposal proposal) implements ResourceView {

    @Override
    public Optional<String> extension(String property) throws ClusterException {
      Optional<String> proposed = ofThisNode(property);
      if (proposed.isEmpty()) {
        proposed = Optional.ofNullable(proposal.extensions().get(property));
      }
      if (proposed.isEmpty() && !proposal.creates()) {
        return now.resource().extension(property);
      }
      return proposed.map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The node's number is asked for only if something is proposed for single nodes. */
    private Optional<String> ofThisNode(String property) throws ClusterException {
      if (proposal.perNode().isEmpty()) {
        return Optional.empty();
      }
      String name = property + "{" + now.nodes().thisNodeId() + "}";
      return Optional.ofNullable(proposal.perNode().get(name));
    }

    @Override
    public Optional<Duration> timeoutOf(String method) throws ClusterException {
      Optional<Duration> proposed = proposal.timeoutOf(method);
      return proposed.isPresent() || proposal.creates()
          ? proposed
          : now.resource().timeoutOf(method);
    }

    @Override
    public boolean isSwitchedOff() throws ClusterException {
      return !proposal.creates() && now.resource().isSwitchedOff();
    }

    @Override
    public boolean killsNodeIfStopFails() throws ClusterException {
      Optional<String> proposed = proposal.failoverMode();
      if (proposed.isEmpty() && !proposal.creates()) {
        return now.resource().killsNodeIfStopFails();
      }
      return proposed.filter("HARD"::equalsIgnoreCase).isPresent();
    }

    @Override
    public ResourceStatus status() throws ClusterException {
      return proposal.creates() ? ResourceStatus.OTHER : now.resource().status();
    }

    @Override
    public void setStatus(ResourceStatus status, String text) {
      throw new IllegalStateException("a proposal must not change anything");
    }
  }

  private record Group(GroupView now, Proposal proposal) implements GroupView {

    private static final String NODE_LIST = "Nodelist";

    @Override
    public String name() throws ClusterException {
      return now.name();
    }

    @Override
    public Optional<List<NodeName>> targetNodes() throws ClusterException {
      return now.targetNodes();
    }

    @Override
    public boolean isOfflineOn(NodeName node) throws ClusterException {
      return now.isOfflineOn(node);
    }

    /** Comma-separated; a node in a zone is {@code node:zone}. */
    @Override
    public List<NodeName> nodeList() throws ClusterException {
      String proposed = proposal.group().get(NODE_LIST);
      if (proposed == null) {
        return now.nodeList();
      }
      List<NodeName> nodes = new ArrayList<>();
      for (String word : proposed.split(",", -1)) {
        String name = word.strip().replaceFirst(":.*", "");
        if (!name.isEmpty()) {
          nodes.add(named(name));
        }
      }
      return nodes;
    }

    private static NodeName named(String name) throws ClusterException {
      try {
        return new NodeName(name);
      } catch (IllegalArgumentException e) {
        throw new ClusterException(NODE_LIST + ": " + e.getMessage());
      }
    }
  }
}
