package org.scxvm.resource;

/** The name of a libvirt domain. It finds the domain; what the domain is, its UUID says. */
public record DomainName(String value) {
  public DomainName {
    if (value.isBlank() || value.contains("/") || value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException(
          "domain name \""
              + value
              + "\" is not valid: expected a name without '/' and control characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
