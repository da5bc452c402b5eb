package org.scxvm.cli;

import org.scxvm.resource.NodeName;
import picocli.CommandLine.TypeConversionException;

/** A node as the value of an option. */
final class NodeOption {

  private NodeOption() {}

  static NodeName node(String text) {
    try {
      return new NodeName(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
