package org.scxvm.stop;

import java.util.Optional;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.cluster.ResourceStatus;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.AncestorMessage;
import org.scxvm.resource.NodeName;
import org.scxvm.switchover.Destination;
import org.scxvm.switchover.Destination.Nowhere;
import org.scxvm.switchover.SwitchFacts;

/** Asks the cluster where the group goes. Without an answer the domain is simply shut down. */
record FindTarget(Stopping stopping) {

  /**
   * Where to migrate to.
   *
   * @param node the node
   * @param privateHost its name on the private interconnect
   */
  record Target(NodeName node, Optional<String> privateHost) {}

  Optional<Target> find() {
    if (!stopping.request().failoverType().migrates()) {
      return Optional.empty();
    }
    try {
      return ask(stopping.cluster().apply(stopping.budget().migration()));
    } catch (ClusterException e) {
      stopping.messages().sayWithCause(AncestorMessage.TARGET_NOT_FOUND, e.words());
      return Optional.empty();
    }
  }

  private Optional<Target> ask(Cluster cluster) throws ClusterException {
    if (cluster.resource().isSwitchedOff()) {
      return Optional.empty();
    }
    SwitchFacts facts =
        new SwitchFacts(
            cluster.group().targetNodes(),
            cluster.group().nodeList(),
            cluster.nodes().thisNode(),
            cluster.resource().status() == ResourceStatus.FAULTED);
    Destination destination = Destination.of(facts);
    if (destination instanceof Destination.To to) {
      return Optional.of(new Target(to.node(), cluster.nodes().privateHostOf(to.node())));
    }
    if (destination instanceof Nowhere nowhere) {
      explain(nowhere);
    }
    return Optional.empty();
  }

  private void explain(Nowhere nowhere) {
    switch (nowhere.why()) {
      case NO_TARGET -> stopping.messages().say(AncestorMessage.TARGET_NOT_FOUND);
      case NOT_IN_NODE_LIST ->
          stopping.messages().say(AncestorMessage.TARGET_NOT_IN_NODELIST, nowhere.detail());
      case FAULTED ->
          stopping.messages().say(AgentMessage.NOT_MIGRATED, stopping.domain(), "status FAULTED");
    }
  }
}
