package org.scxvm.owner;

import java.util.List;
import org.scxvm.resource.NodeName;

/** On which nodes a domain may be. */
public sealed interface Ownership {

  /** It was seen down where it was; whoever the cluster starts may have it. */
  record Nobody() implements Ownership {
    @Override
    public String toString() {
      return "nobody";
    }
  }

  /** It may be on that node only. */
  record Of(NodeName node) implements Ownership {
    @Override
    public String toString() {
      return node.toString();
    }
  }

  /**
   * It is being booted on that node. A paused copy there has not run yet, and must not before it is
   * seen that nobody else has the domain.
   */
  record Starting(NodeName node) implements Ownership {
    @Override
    public String toString() {
      return node + ", being booted";
    }
  }

  /** A migration has begun and is not settled: it may be on either node, or on both. */
  record Moving(Move move) implements Ownership {
    @Override
    public String toString() {
      return move + ", not settled";
    }
  }

  /**
   * A migration is settled: the source has nothing of it any more. The target's copy is as new as
   * the disk, even if it is still paused.
   */
  record Arrived(Move move) implements Ownership {
    @Override
    public String toString() {
      return move + ", arrived";
    }
  }

  /**
   * A migration.
   *
   * @param paused the user had paused the domain, so it is to stay paused
   */
  record Move(NodeName source, NodeName target, boolean paused) {
    @Override
    public String toString() {
      return source + " to " + target + (paused ? ", paused by the user" : "");
    }
  }

  /** The nodes on which it may be. */
  default List<NodeName> nodes() {
    if (this instanceof Of of) {
      return List.of(of.node());
    }
    if (this instanceof Starting starting) {
      return List.of(starting.node());
    }
    if (this instanceof Moving moving) {
      return List.of(moving.move().source(), moving.move().target());
    }
    return this instanceof Arrived arrived ? List.of(arrived.move().target()) : List.of();
  }
}
