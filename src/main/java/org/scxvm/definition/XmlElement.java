package org.scxvm.definition;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
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

/** An element of a definition, read without trust in who wrote it. */
record XmlElement(Element element) {

  /** The root of a text. A document type, and so any entity, is refused. */
  static XmlElement parse(String text) throws DefinitionException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the default one writes to stderr
      return new XmlElement(
          builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (SAXException | IOException e) {
      throw new DefinitionException("is not well-formed XML: " + e.getMessage());
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JVM cannot parse XML safely", e);
    }
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

  List<XmlElement> children(String tag) {
    List<XmlElement> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element each && each.getTagName().equals(tag)) {
        found.add(new XmlElement(each));
      }
    }
    return found;
  }

  /** The element itself as a text. */
  String xml() {
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
