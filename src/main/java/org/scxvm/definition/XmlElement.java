package org.scxvm.definition;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a definition or the like, read without trust in who wrote it. */
public record XmlElement(Element element) {

  /** libvirt's own definitions have about ten. */
  private static final int DEPTH_MAX = 200;

  /**
   * The root of a text. A document type, and so any entity, is refused.
   *
   * @throws DefinitionException it is no XML, or is too deep
   */
  public static XmlElement parse(String text) throws DefinitionException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one writes to stderr
      Element root = builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
      if (isTooDeep(root)) {
        throw new DefinitionException("has more than " + DEPTH_MAX + " elements in each other");
      }
      return new XmlElement(root);
    } catch (SAXException | IOException e) {
      throw new DefinitionException("is not well-formed XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JVM cannot parse XML safely", e);
    }
  }

  /** Whoever reads it goes down by recursion; only this does not. */
  private static boolean isTooDeep(Element root) {
    Deque<Map.Entry<Node, Integer>> open = new ArrayDeque<>(List.of(Map.entry(root, 1)));
    while (!open.isEmpty()) {
      Map.Entry<Node, Integer> entry = open.removeLast();
      if (entry.getValue() > DEPTH_MAX) {
        return true;
      }
      Node child = entry.getKey().getFirstChild();
      for (; child != null; child = child.getNextSibling()) {
        open.addLast(Map.entry(child, entry.getValue() + 1));
      }
    }
    return false;
  }

  String tag() {
    return element.getTagName();
  }

  String text() {
    return element.getTextContent().strip();
  }

  /** The value of an attribute; empty if it is not there. */
  String attribute(String name) {
    return element.getAttribute(name).strip();
  }

  Optional<XmlElement> child(String tag) {
    return children(tag).stream().findFirst();
  }

  /** The value of a child's attribute; empty if either is not there. */
  String attributeOf(String tag, String name) {
    return child(tag).map(it -> it.attribute(name)).orElse("");
  }

  /** Those of its children that have that name. */
  public List<XmlElement> children(String tag) {
    List<XmlElement> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element each && each.getTagName().equals(tag)) {
        found.add(new XmlElement(each));
      }
    }
    return found;
  }

  /** The element itself as a text. */
  public String xml() {
    try {
      TransformerFactory factory = TransformerFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(element), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException("this JVM cannot write XML", e);
    }
  }
}
