package org.scxvm.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A domain definition of the simulated world.
 *
 * @param version tells one definition of a domain from another
 * @param more further elements
 */
record DefinitionText(String name, String uuid, String version, String more) {

  private static final Pattern XML =
      Pattern.compile(
          "<domain type='kvm'><name>([^<]*)</name><uuid>([^<]*)</uuid>"
              + "<title>([^<]*)</title>(.*)</domain>\n");

  String xml() {
    return "<domain type='kvm'><name>%s</name><uuid>%s</uuid><title>%s</title>%s</domain>\n"
        .formatted(name, uuid, version, more);
  }

  static DefinitionText of(String xml) {
    Matcher matcher = XML.matcher(xml);
    if (!matcher.matches()) {
      throw new AssertionError("libvirt was given what it never wrote: " + xml);
    }
    return new DefinitionText(
        matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
  }

  /** For the story: the version, or the length of what is no definition. */
  static String summary(String text) {
    Matcher matcher = XML.matcher(text);
    return matcher.matches()
        ? "definition " + matcher.group(3) + " of " + matcher.group(1)
        : text.length() + " characters";
  }
}
