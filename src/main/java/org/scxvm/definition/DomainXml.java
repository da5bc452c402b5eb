package org.scxvm.definition;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A domain definition: its text and whose it is.
 *
 * @param text the XML as libvirt wrote it
 * @param name the domain's name
 * @param uuid the domain's identity, in lower case
 */
public record DomainXml(String text, String name, String uuid) {

  /**
   * Reads a definition. A document type, and so any entity, is refused.
   *
   * @throws DefinitionException it is not a whole domain definition with a name and a UUID
   */
  public static DomainXml parse(String text) throws DefinitionException {
    Element root = rootOf(text);
    if (!root.getTagName().equals("domain")) {
      throw new DefinitionException("expected <domain>, found <" + root.getTagName() + ">");
    }
    String name = child(root, "name").orElseThrow(() -> new DefinitionException("has no <name>"));
    String uuid = child(root, "uuid").orElseThrow(() -> new DefinitionException("has no <uuid>"));
    try {
      return new DomainXml(text, name, UUID.fromString(uuid).toString());
    } catch (IllegalArgumentException e) {
      throw new DefinitionException("<uuid> is no UUID: " + uuid);
    }
  }

  private static Element rootOf(String text) throws DefinitionException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one writes to stderr
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new DefinitionException("is not well-formed XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JVM cannot parse XML safely", e);
    }
  }

  private static Optional<String> child(Element parent, String tag) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(tag)) {
        return Optional.of(element.getTextContent().strip()).filter(text -> !text.isEmpty());
      }
    }
    return Optional.empty();
  }
}
