package org.scxvm.preflight;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.message.Findings;
import org.scxvm.message.Messages;
import org.scxvm.message.PreflightMessage;
import org.scxvm.preflight.MoveCheckOutcome.Fine;
import org.scxvm.preflight.MoveCheckOutcome.Hindered;
import org.scxvm.preflight.PreflightOutcome.Impossible;
import org.scxvm.preflight.PreflightOutcome.Possible;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;

/**
 * The dry run of a migration for a person: what {@link CheckMove} finds, and whether the cluster
 * would ever ask for it. Everything is told.
 *
 * @param cluster opens the view of the cluster for questions that end at a deadline
 */
public record Preflight(
    CheckMove checkMove, Function<Deadline, Cluster> cluster, Messages messages) {

  public PreflightOutcome check(PreflightRequest request) throws ClusterException {
    Cluster view = cluster.apply(request.limit().answer());
    NodeName thisNode = view.nodes().thisNode();
    List<NodeName> nodes = view.group().nodeList();
    boolean isListed = nodes.isEmpty() || nodes.contains(request.target());
    if (!isListed || request.target().equals(thisNode)) {
      messages.say(PreflightMessage.NOT_A_TARGET, request.target(), words(nodes), thisNode);
      return new Impossible(1, 0); // whoever is no target is not connected to
    }
    Findings own = new Findings();
    if (!request.type().migrates()) {
      own.add(
          PreflightMessage.NOT_MIGRATED_IN_A_SWITCH, request.resource(), request.type().property());
    }
    Optional<String> privateHost = view.nodes().privateHostOf(request.target());
    return judge(request, own, request.peers().to(request.target(), privateHost, true));
  }

  private static String words(List<NodeName> nodes) {
    return nodes.isEmpty()
        ? "not known"
        : String.join(", ", nodes.stream().map(NodeName::value).toList());
  }

  private PreflightOutcome judge(PreflightRequest request, Findings own, MoveRequest move) {
    MoveCheckOutcome outcome =
        checkMove.check(
            new MoveCheckRequest(
                request.domain(),
                request.connectUri(),
                request.target(),
                move,
                request.limit().answer()));
    if (outcome instanceof Hindered hindered) {
      hindered.findings().tell(messages);
      own.tell(messages);
      return new Impossible(
          hindered.findings().errors(), hindered.findings().warnings() + own.warnings());
    }
    Findings warnings = ((Fine) outcome).warnings();
    warnings.tell(messages);
    own.tell(messages);
    messages.say(PreflightMessage.NOTHING_HINDERS, request.domain(), request.target());
    return new Possible(warnings.warnings() + own.warnings());
  }
}
