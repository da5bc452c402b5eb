package org.scxvm.resource;

/** The name of a resource; fit to be part of a file name. */
public record ResourceName(String value) {
  public ResourceName {
    Name.plain("resource name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
