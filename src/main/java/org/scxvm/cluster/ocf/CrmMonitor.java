package org.scxvm.cluster.ocf;

import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/** What {@code crm_mon --output-as=xml} and {@code cibadmin -Q -o status} say of the nodes. */
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
    each(xml, "crm_mon", monitor::begins, monitor::ends);
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

  /**
   * Whether a node has been in the cluster since it was fenced last: fencing takes its history
   * away, and its first probe after that brings one back.
   *
   * @param status the output of {@code cibadmin -Q -o status}
   */
  static boolean hasHistory(String status, NodeName node) throws ClusterException {
    Set<String> found = new LinkedHashSet<>();
    String[] current = {""};
    each(
        status,
        "cibadmin",
        element -> {
          if (element.getLocalName().equals("node_state")) {
            current[0] = attribute(element, "uname");
            found.add("known " + current[0]);
          } else if (element.getLocalName().equals("lrm")) {
            found.add("history " + current[0]);
          }
        },
        tag -> {});
    return found.contains("history " + node) || !found.contains("known " + node);
  }

  private void begins(XMLStreamReader element) throws ClusterException {
    switch (element.getLocalName()) {
      case "cluster_options" -> fences = TRUE.equals(attribute(element, "stonith-enabled"));
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
    if (inList && attribute(element, "id_as_resource").isEmpty()) {
      NodeName node = OcfCall.named(attribute(element, "name"));
      nodes.add(node);
      if (FALSE.equals(attribute(element, "online"))
          && FALSE.equals(attribute(element, "unclean"))) {
        offline.add(node);
      }
    }
  }

  private void fenceEvent(XMLStreamReader element) throws ClusterException {
    if (attribute(element, "status").equals("success")
        && !attribute(element, "action").equals("on")) {
      fenced.add(OcfCall.named(attribute(element, "target")));
    }
  }

  /** Something that is done about an element. */
  private interface Begin {
    void take(XMLStreamReader element) throws ClusterException;
  }

  /** Something that is done where one ends. */
  private interface End {
    void take(String tag);
  }

  private static void each(String xml, String whose, Begin begin, End end) throws ClusterException {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin.take(reader);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end.take(reader.getLocalName());
        }
      }
    } catch (XMLStreamException e) {
      throw new ClusterException(whose + ": its output is not understood: " + e.getMessage());
    }
  }

  private static String attribute(XMLStreamReader element, String name) {
    return Optional.ofNullable(element.getAttributeValue(null, name)).orElse("");
  }
}
