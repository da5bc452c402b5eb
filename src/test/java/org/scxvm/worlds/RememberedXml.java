package org.scxvm.worlds;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Parses each text once a thread: there are only a few definitions in all of these worlds, and
 * parsing them took half of the time. While a test class that is extended with it is played, it is
 * the factory of the whole JVM.
 */
public final class RememberedXml extends DocumentBuilderFactory
    implements BeforeAllCallback, AfterAllCallback {

  private static final String PROPERTY = DocumentBuilderFactory.class.getName();
  private static final ThreadLocal<Map<String, Document>> PARSED =
      ThreadLocal.withInitial(HashMap::new);

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty(PROPERTY, RememberedXml.class.getName());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(PROPERTY);
  }

  @Override
  public DocumentBuilder newDocumentBuilder() {
    return new Builder();
  }

  @Override
  public void setAttribute(String name, Object value) {}

  @Override
  public Object getAttribute(String name) {
    throw new IllegalArgumentException(name);
  }

  @Override
  public void setFeature(String name, boolean value) {}

  @Override
  public boolean getFeature(String name) {
    return false;
  }

  private static final class Builder extends DocumentBuilder {
    @Override
    public Document parse(InputSource source) throws SAXException, IOException {
      String text;
      try (BufferedReader reader = new BufferedReader(source.getCharacterStream())) {
        text = reader.lines().collect(Collectors.joining("\n"));
      }
      Document known = PARSED.get().get(text);
      if (known == null) {
        known = newDocument(text);
        PARSED.get().put(text, known);
      }
      return known;
    }

    private static Document newDocument(String text) throws SAXException, IOException {
      try {
        return DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new java.io.StringReader(text)));
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public boolean isNamespaceAware() {
      return false;
    }

    @Override
    public boolean isValidating() {
      return false;
    }

    @Override
    public void setEntityResolver(EntityResolver resolver) {}

    @Override
    public void setErrorHandler(ErrorHandler handler) {}

    @Override
    public Document newDocument() {
      throw new UnsupportedOperationException();
    }

    @Override
    public DOMImplementation getDOMImplementation() {
      throw new UnsupportedOperationException();
    }
  }
}
