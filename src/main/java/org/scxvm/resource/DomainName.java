package org.scxvm.resource;

/** The name of a libvirt domain. It finds the domain; what the domain is, its UUID says. */
public record DomainName(String value) {
  public DomainName {
    if (value.isBlank() || value.contains("/") || hasControlCharacter(value)) {
      throw new IllegalArgumentException(
          "domain name \""
              + value
              + "\" is not valid: expected a name without '/' and control characters");
    }
  }

  private static boolean hasControlCharacter(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ') {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return value;
  }
}
