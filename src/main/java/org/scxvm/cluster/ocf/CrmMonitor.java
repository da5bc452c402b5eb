package org.scxvm.cluster.ocf;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scxvm.cluster.ClusterException;
import org.scxvm.resource.NodeName;

/**
 * What {@code crm_mon --output-as=xml} says of the nodes.
 *
 * @param nodes by its name whether a node is gone for certain
 */
record CrmMonitor(Map<NodeName, Boolean> nodes) {

  /** Whether the parser is inside the list of nodes; resources name nodes, too. */
  private static final String LIST = "nodes";

  private static final String TRUE = "true";
  private static final String FALSE = "false";

  /**
   * Reads it. A node is gone if it is offline and the cluster is sure of it: that is so where the
   * node has left in good order, or was fenced; where nothing fences the cluster is sure too soon.
   */
  static CrmMonitor parse(String xml) throws ClusterException {
    Map<NodeName, Boolean> nodes = new LinkedHashMap<>();
    boolean fences = false;
    boolean listed = false;
    try {
      XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          String tag = reader.getLocalName();
          if (tag.equals("cluster_options")) {
            fences = TRUE.equals(attribute(reader, "stonith-enabled"));
          } else if (tag.equals(LIST)) {
            listed = true;
          } else if (listed && tag.equals("node")) {
            nodes.put(OcfCall.named(attribute(reader, "name")), isGone(reader) && fences);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(LIST)) {
          listed = false;
        }
      }
    } catch (XMLStreamException e) {
      throw new ClusterException("crm_mon: its output is not understood: " + e.getMessage());
    }
    return new CrmMonitor(nodes);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static boolean isGone(XMLStreamReader node) {
    return FALSE.equals(attribute(node, "online")) && FALSE.equals(attribute(node, "unclean"));
  }

  private static String attribute(XMLStreamReader element, String name) {
    return Optional.ofNullable(element.getAttributeValue(null, name)).orElse("");
  }
}
