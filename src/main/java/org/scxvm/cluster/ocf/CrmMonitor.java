package org.scxvm.cluster.ocf;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/** What {@code crm_mon --output-as=xml} says of the nodes. */
final class CrmMonitor {

  private static final String TRUE = "true";
  private static final String FALSE = "false";

  private final Set<NodeName> nodes = new LinkedHashSet<>();
  private final Set<NodeName> offline = new LinkedHashSet<>();
  private final Set<NodeName> fenced = new LinkedHashSet<>();
  private boolean fences;

  /** Whether the parser is inside the list of nodes; resources name nodes, too. */
  private boolean inList;

  private CrmMonitor() {}

  /** No cluster, no nodes. */
  static CrmMonitor none() {
    return new CrmMonitor();
  }

  /** Reads the output of {@code crm_mon}. */
  static CrmMonitor parse(String xml) throws ClusterException {
    CrmMonitor monitor = new CrmMonitor();
    PacemakerXml.read(xml, "crm_mon", monitor::begins, monitor::ends);
    if (monitor.nodes.isEmpty()) {
      throw new ClusterException("crm_mon: it lists no nodes");
    }
    return monitor;
  }

  /** The nodes that may have a domain: not those that are domains themselves. */
  Set<NodeName> nodes() {
    return Set.copyOf(nodes);
  }

  /**
   * Whether a node was fenced and is offline since. Offline alone is no proof: a node that has left
   * in good order may have a domain that Pacemaker does not know of.
   */
  boolean mayBeFenced(NodeName node) {
    return fences && offline.contains(node) && fenced.contains(node);
  }

  private void begins(XMLStreamReader element) throws ClusterException {
    switch (element.getLocalName()) {
      case "cluster_options" ->
          fences = TRUE.equals(PacemakerXml.attribute(element, "stonith-enabled"));
      case "nodes" -> inList = true;
      case "node" -> node(element);
      case "fence_event" -> fenceEvent(element);
      default -> {} // the rest is about resources
    }
  }

  private void ends(String tag) {
    inList &= !tag.equals("nodes");
  }

  private void node(XMLStreamReader element) throws ClusterException {
    if (inList && PacemakerXml.attribute(element, "id_as_resource").isEmpty()) {
      NodeName node = OcfCall.named(PacemakerXml.attribute(element, "name"));
      nodes.add(node);
      if (FALSE.equals(PacemakerXml.attribute(element, "online"))
          && FALSE.equals(PacemakerXml.attribute(element, "unclean"))) {
        offline.add(node);
      }
    }
  }

  private void fenceEvent(XMLStreamReader element) throws ClusterException {
    if (PacemakerXml.attribute(element, "status").equals("success")
        && !PacemakerXml.attribute(element, "action").equals("on")) {
      fenced.add(OcfCall.named(PacemakerXml.attribute(element, "target")));
    }
  }
}
