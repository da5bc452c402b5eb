package org.scxvm.convert;

import java.util.List;
import java.util.Optional;
import org.scxvm.definition.XmlElement;
import org.w3c.dom.Element;

/** A primitive of a CIB: its parameters and its operations. */
record Primitive(Element element) {

  private static final String PAIR = "nvpair";
  private static final String NAME = "name";
  private static final String VALUE = "value";

  String id() {
    return element.getAttribute("id");
  }

  boolean is(String agentClass, String provider, String type) {
    return element.getAttribute("class").equals(agentClass)
        && element.getAttribute("provider").equals(provider)
        && element.getAttribute("type").equals(type);
  }

  void become(String agentClass, String provider, String type) {
    element.setAttribute("class", agentClass);
    element.setAttribute("provider", provider);
    element.setAttribute("type", type);
  }

  /** Sets of parameters; with rules there can be several. */
  List<Element> sets() {
    return children(element, "instance_attributes");
  }

  /** A parameter, in whichever set it is. */
  Optional<String> parameter(String name) {
    return sets().stream()
        .flatMap(set -> children(set, PAIR).stream())
        .filter(pair -> pair.getAttribute(NAME).equals(name))
        .map(pair -> pair.getAttribute(VALUE))
        .findFirst();
  }

  /** The template that the rest of it comes from; mostly there is none. */
  Optional<String> template() {
    return Optional.of(element.getAttribute("template")).filter(name -> !name.isEmpty());
  }

  /** Sets a parameter. */
  void set(String name, String value) {
    remove(name);
    add(name, value);
  }

  /** Sets a parameter that is not there yet. */
  void add(String name, String value) {
    Element set = sets().get(0);
    Element pair = appended(set, PAIR);
    pair.setAttribute("id", set.getAttribute("id") + "-" + name);
    pair.setAttribute(NAME, name);
    pair.setAttribute(VALUE, value);
  }

  void remove(String name) {
    for (Element set : sets()) {
      children(set, PAIR).stream()
          .filter(pair -> pair.getAttribute(NAME).equals(name))
          .forEach(set::removeChild);
    }
  }

  /** The operations of that name. */
  List<Element> operations(String name) {
    return children(element, "operations").stream()
        .flatMap(operations -> children(operations, "op").stream())
        .filter(operation -> operation.getAttribute(NAME).equals(name))
        .toList();
  }

  /** Those of that name; if there is none, one that is made. */
  List<Element> operationsMade(String name) {
    if (operations(name).isEmpty()) {
      List<Element> all = children(element, "operations");
      Element operations = all.isEmpty() ? appended(element, "operations") : all.get(0);
      Element operation = appended(operations, "op");
      operation.setAttribute("id", id() + "-" + name + "-0");
      operation.setAttribute(NAME, name);
      operation.setAttribute("interval", "0");
    }
    return operations(name);
  }

  private static Element appended(Element parent, String tag) {
    Element made = parent.getOwnerDocument().createElement(tag);
    parent.appendChild(made);
    return made;
  }

  /** Its text, as Pacemaker takes it. */
  String text() {
    return new XmlElement(element).xml();
  }

  private static List<Element> children(Element parent, String tag) {
    return new XmlElement(parent).children(tag).stream().map(XmlElement::element).toList();
  }
}
