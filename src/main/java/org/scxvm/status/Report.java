package org.scxvm.status;

import java.util.List;

/**
 * What is known about a resource on this node, in the order in which a person reads it.
 *
 * @param isFine whether nothing of it needs a person's look
 */
public record Report(List<Section> sections, boolean isFine) {

  /** What is said about one thing. */
  public record Section(String name, List<Item> items) {}

  /**
   * One fact.
   *
   * @param name in the words of the configuration, or lower case with underscores
   * @param origin where it was found, for a setting; else empty
   */
  public record Item(String name, String value, String origin) {

    static Item of(String name, Object value) {
      return new Item(name, String.valueOf(value), "");
    }
  }
}
