package org.scxvm.cluster.ocf;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/**
 * What {@code cibadmin -Q -o status} keeps of each node. Fencing takes a node's history away, and
 * its first probe after that brings one back.
 */
final class NodeHistories {

  private final Set<String> known = new HashSet<>();
  private final Set<String> withHistory = new HashSet<>();
  private String node = "";

  private NodeHistories() {}

  static NodeHistories parse(String xml) throws ClusterException {
    NodeHistories histories = new NodeHistories();
    PacemakerXml.read(xml, "cibadmin", histories::begins, tag -> {});
    return histories;
  }

  /**
   * Whether a node that was fenced has not been in the cluster since; one that is not known has.
   */
  boolean areGoneOf(NodeName fenced) {
    return known.contains(fenced.value()) && !withHistory.contains(fenced.value());
  }

  private void begins(XMLStreamReader element) {
    if (element.getLocalName().equals("node_state")) {
      node = PacemakerXml.attribute(element, "uname");
      known.add(node);
    } else if (element.getLocalName().equals("lrm")) {
      withHistory.add(node);
    }
  }
}
