package org.scxvm.resource;

import java.util.regex.Pattern;

/** Checks names from outside before they become part of a path, a URI or an argument. */
final class Name {

  /** What RGM, Pacemaker and Serviceguard allow: no separator, no leading dot or dash. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,254}");

  private Name() {}

  static String plain(String kind, String value) {
    if (!PLAIN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          kind
              + " \""
              + value
              + "\" is not valid: expected letters, digits, '_', '-' and '.', not beginning with"
              + " '-' or '.'");
    }
    return value;
  }
}
