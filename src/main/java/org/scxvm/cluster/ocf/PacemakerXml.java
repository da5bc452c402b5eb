package org.scxvm.cluster.ocf;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scxvm.cluster.ClusterException;

/** Reads what Pacemaker's commands print, element by element. */
final class PacemakerXml {

  private PacemakerXml() {}

  /** Something that is done where an element begins. */
  interface Begin {
    void take(XMLStreamReader element) throws ClusterException;
  }

  /** Something that is done where one ends. */
  interface End {
    void take(String tag);
  }

  /**
   * Reads all of it.
   *
   * @param whose the command, for errors
   */
  static void read(String xml, String whose, Begin begin, End end) throws ClusterException {
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

  /** The value of an attribute; empty if it is not there. */
  static String attribute(XMLStreamReader element, String name) {
    return Optional.ofNullable(element.getAttributeValue(null, name)).orElse("");
  }
}
