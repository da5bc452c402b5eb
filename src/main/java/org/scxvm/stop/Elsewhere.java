package org.scxvm.stop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.migration.Side;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Place;
import org.scxvm.time.Deadline;

/** What another node says of the domain. */
record Elsewhere(NodeName node, Side side) {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** Whoever asks has something to do with the answer. */
  private static final Duration RESERVE = Duration.ofSeconds(3);

  /**
   * Asks all other nodes at the same time.
   *
   * @param uuid the domain's identity; empty if it is not known
   * @throws ClusterException nobody says which nodes there are
   */
  static List<Elsewhere> ask(Stopping stopping, String uuid) throws ClusterException {
    Deadline until = stopping.budget().answer().less(RESERVE);
    Cluster cluster = stopping.cluster().apply(until.within(LIMIT));
    NodeName here = cluster.nodes().thisNode();
    List<Supplier<Elsewhere>> questions = new ArrayList<>();
    for (NodeName node : cluster.group().nodeList()) {
      if (!node.equals(here)) {
        Place place = stopping.places().of(node, uuid, until.within(LIMIT));
        questions.add(() -> new Elsewhere(node, place.look(until.within(LIMIT))));
      }
    }
    return until.time().together(questions);
  }

  boolean isActive() {
    return side instanceof Side.Active;
  }

  boolean mayBeActive() {
    return !(side instanceof Side.Absent);
  }

  @Override
  public String toString() {
    return "node " + node + " says: " + side;
  }
}
