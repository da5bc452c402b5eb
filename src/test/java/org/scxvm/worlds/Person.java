package org.scxvm.worlds;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scxvm.recover.RecoverRequest;
import org.scxvm.resource.NodeName;

/** An administrator who has looked, and says nothing but the truth. */
record Person(SmallWorld world) {

  static final RecoverRequest.Word SILENT =
      new RecoverRequest.Word(false, Set.of(), Optional.empty());
  static final RecoverRequest.Word ASKING =
      new RecoverRequest.Word(true, Set.of(), Optional.empty());

  /** What is said on a node about the others. */
  RecoverRequest.Word word(Node here) {
    return new RecoverRequest.Word(false, notOn(here), keep());
  }

  /** Nodes that give no answer, and do not have the domain. */
  private Set<NodeName> notOn(Node here) {
    return world.nodes().stream()
        .filter(node -> node != here && !node.answers() && node.copy().isEmpty())
        .map(Node::name)
        .collect(Collectors.toSet());
  }

  /** Where the domain is that its users have; nobody speaks of that where there is only one. */
  private Optional<NodeName> keep() {
    List<Node> copies = world.nodes().stream().filter(node -> node.copy().isPresent()).toList();
    return copies.size() < 2
        ? Optional.empty()
        : copies.stream()
            .max(Comparator.comparingLong(node -> node.copy().orElseThrow().memory()))
            .map(Node::name);
  }
}
