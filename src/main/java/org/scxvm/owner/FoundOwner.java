package org.scxvm.owner;

/** What the shared folder says about the owner of a domain. */
public sealed interface FoundOwner {

  /** Nothing yet. */
  record None() implements FoundOwner {
    @Override
    public String toString() {
      return "not recorded";
    }
  }

  /** A record. Whether it is about the domain at hand is another question. */
  record Known(long generation, OwnerRecord record) implements FoundOwner {
    @Override
    public String toString() {
      return record.ownership().toString();
    }
  }

  /**
   * The newest generation is no record: the domain may be anywhere.
   *
   * @param path which file
   */
  record Damaged(long generation, String path) implements FoundOwner {
    @Override
    public String toString() {
      return "damaged record " + path;
    }
  }

  /** The number of this generation; 0 if there is none. */
  default long number() {
    if (this instanceof Known known) {
      return known.generation();
    }
    return this instanceof Damaged damaged ? damaged.generation() : 0;
  }
}
