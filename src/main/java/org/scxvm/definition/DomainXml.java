package org.scxvm.definition;

import java.util.Optional;
import java.util.UUID;

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
    XmlElement root = XmlElement.parse(text);
    if (!root.tag().equals("domain")) {
      throw new DefinitionException("expected <domain>, found <" + root.tag() + ">");
    }
    String name = child(root, "name").orElseThrow(() -> new DefinitionException("has no <name>"));
    String uuid = child(root, "uuid").orElseThrow(() -> new DefinitionException("has no <uuid>"));
    try {
      return new DomainXml(text, name, UUID.fromString(uuid).toString());
    } catch (IllegalArgumentException e) {
      throw new DefinitionException("<uuid> is no UUID: " + uuid);
    }
  }

  private static Optional<String> child(XmlElement parent, String tag) {
    return parent.child(tag).map(XmlElement::text).filter(text -> !text.isEmpty());
  }
}
