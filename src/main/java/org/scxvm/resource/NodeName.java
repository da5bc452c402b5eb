package org.scxvm.resource;

/** The name by which the cluster knows a node; fit to be part of a URI. */
public record NodeName(String value) {
  public NodeName {
    Name.plain("node name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
