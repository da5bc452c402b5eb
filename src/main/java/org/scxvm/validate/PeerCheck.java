package org.scxvm.validate;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scxvm.cluster.ClusterException;
import org.scxvm.config.Setting;
import org.scxvm.hypervisor.HypervisorException;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.message.AgentMessage;
import org.scxvm.message.FindingMessage;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.NodeName;
import org.scxvm.time.Deadline;
import org.scxvm.time.Share;

/** The other nodes, where the domain is to be migrated to them. */
final class PeerCheck {

  private static final int NODES_MIN = 2;
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final Validating validating;
  private final Set<String> wrong = new LinkedHashSet<>();

  PeerCheck(Validating validating) {
    this.validating = validating;
  }

  void check(Wanted wanted) throws ClusterException {
    if (!wanted.migrates() || wanted.peers().isEmpty()) {
      return;
    }
    List<NodeName> nodes = validating.nodes();
    if (!nodes.isEmpty() && nodes.size() < NODES_MIN) {
      String type = wanted.type().map(FailoverType::property).orElse("");
      validating.findings().add(FindingMessage.TOO_FEW_NODES, type, nodes.get(0));
    }
    NodeName thisNode = validating.cluster().nodes().thisNode();
    List<NodeName> others = nodes.stream().filter(node -> !node.equals(thisNode)).toList();
    for (int i = 0; i < others.size(); i++) {
      check(wanted.peers().get(), others.get(i), patience(others.size() - i));
    }
    wrong.forEach(words -> validating.findings().add(AgentMessage.WRONG_SETTING, words));
  }

  /** What is left is shared by those that have not been asked. */
  private Deadline patience(int left) {
    Deadline answer = validating.request().limit().answer();
    return answer.within(Share.of(answer.remaining(), left)).within(ANSWER_LIMIT);
  }

  private void check(PeerAddresses peers, NodeName node, Deadline deadline) {
    Optional<String> privateHost = validating.cluster().nodes().privateHostOf(node);
    MoveRequest move = peers.to(node, privateHost, true);
    String memoryUri = move.options().memoryUri();
    if (!memoryUri.isEmpty() && !isUri(memoryUri)) {
      refuse(Setting.MIGRATION_URI, memoryUri, "a URI such as tcp://%p");
    }
    if (isUri(move.peerUri())) {
      reach(node, move.peerUri(), deadline);
    } else {
      refuse(Setting.PEER_URI, move.peerUri(), "a URI of libvirt such as qemu+tls://%n/system");
    }
  }

  private void refuse(Setting setting, String value, String accepted) {
    wrong.add(setting.label() + "=" + value + " is not accepted: expected " + accepted);
  }

  /** A URI with a scheme and a place. */
  private static boolean isUri(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && !uri.isOpaque();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** It may be down just now. */
  private void reach(NodeName node, String uri, Deadline deadline) {
    try {
      validating.ports().hypervisors().at(uri).survey().reach(deadline);
    } catch (HypervisorException e) {
      validating.findings().add(FindingMessage.PEER_SILENT, uri, node, e.words());
    }
  }
}
