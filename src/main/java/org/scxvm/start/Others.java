package org.scxvm.start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.scxvm.cluster.Cluster;
import org.scxvm.cluster.ClusterException;
import org.scxvm.folder.FolderException;
import org.scxvm.message.AgentMessage;
import org.scxvm.migration.Side;
import org.scxvm.noop.FoundMarker;
import org.scxvm.noop.NoOpMarker;
import org.scxvm.owner.FoundOwner;
import org.scxvm.owner.Ownership;
import org.scxvm.resource.NodeName;
import org.scxvm.settle.Place;
import org.scxvm.time.Deadline;

/** The other nodes on which the domain may run, each asked for itself, all at the same time. */
final class Others {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** For a node that the cluster calls down, and where hardly anything hangs on the answer. */
  static final Duration SHORT_LIMIT = Duration.ofSeconds(3);

  private final Starting starting;
  private final FoundOwner found;
  private List<Other> others = new ArrayList<>();
  private final Set<NodeName> strangers = new LinkedHashSet<>();

  /**
   * One of them.
   *
   * @param named it is on record as one that may run the domain, or the record says nothing
   */
  private record Other(Place place, boolean named, Duration limit) {}

  /** What one of them says. */
  private record Word(Other other, Side side) {
    boolean wasSaid() {
      return !(side instanceof Side.Open);
    }
  }

  private Others(Starting starting, FoundOwner found) {
    this.starting = starting;
    this.found = found;
  }

  /**
   * All that the cluster and the shared folder name.
   *
   * @param uuid the domain's identity; empty if it is not known
   */
  static Others of(Starting starting, FoundOwner found, String uuid)
      throws ClusterException, FolderException {
    Others others = new Others(starting, found);
    Cluster cluster = starting.cluster().apply(starting.call());
    NodeName here = cluster.nodes().thisNode();
    List<NodeName> listed = cluster.group().nodeList();
    Set<NodeName> named = new LinkedHashSet<>(starting.recorded(found).nodes());
    others.markerTarget().ifPresent(named::add);
    Set<NodeName> all = new LinkedHashSet<>(named);
    all.addAll(listed);
    all.remove(here);
    for (NodeName node : all) {
      // Nobody connects to a node that the cluster does not name, whatever a file says.
      if (!listed.isEmpty() && !listed.contains(node)) {
        others.strangers.add(node);
      } else {
        others.add(node, named.contains(node), cluster.nodes().isDown(node), uuid);
      }
    }
    return others;
  }

  private void add(NodeName node, boolean named, boolean down, String uuid)
      throws ClusterException {
    // A boot that was never ended may have been overtaken: then the record names the wrong node.
    boolean open =
        found instanceof FoundOwner.Damaged
            || starting.recorded(found) instanceof Ownership.Starting;
    Place place = starting.places().of(node, uuid, starting.call());
    others.add(new Other(place, named || open, down ? SHORT_LIMIT : LIMIT));
  }

  /** The node to which a marker says that the domain went. */
  private Optional<NodeName> markerTarget() throws FolderException {
    return starting.files().markers().find() instanceof FoundMarker.Known known
            && isOfThisDomain(known.marker().subject())
        ? Optional.of(known.marker().move().target())
        : Optional.empty();
  }

  private boolean isOfThisDomain(NoOpMarker.Subject subject) {
    return subject.resource().equals(starting.request().resource())
        && subject.domain().equals(starting.domain());
  }

  /** Why the domain must not be started here; empty if nothing is known against it. */
  Optional<String> objection() {
    if (!strangers.isEmpty()) {
      return Optional.of(
          "it may be on "
              + strangers
              + ", which the node list does not name; when it is not, say so with scxvm recover");
    }
    Optional<String> first = Optional.empty();
    for (Word word : ask(LIMIT)) {
      Optional<String> objection = objection(word);
      first = first.isPresent() ? first : objection;
    }
    return first;
  }

  /** A node that has an active copy, or may have one, and what it says. */
  record Running(NodeName node, Side side) {
    boolean isSeen() {
      return side instanceof Side.Active;
    }

    @Override
    public String toString() {
      return "node " + node + ", which says: " + side;
    }
  }

  /** A node that has an active copy, or whose silence must not be taken for none. */
  Optional<Running> mayRun() {
    return ask(SHORT_LIMIT).stream()
        .filter(word -> word.side() instanceof Side.Active || isRefused(word))
        .map(Others::running)
        .findFirst();
  }

  /** The node that has the only active copy, if no other one may have one. */
  Optional<Running> onlyRunning() {
    List<Word> words = ask(SHORT_LIMIT);
    List<Word> active = words.stream().filter(word -> word.side() instanceof Side.Active).toList();
    return active.size() == 1 && strangers.isEmpty() && words.stream().noneMatch(this::isRefused)
        ? active.stream().map(Others::running).findFirst()
        : Optional.empty();
  }

  private static Running running(Word word) {
    return new Running(word.other().place().node(), word.side());
  }

  private boolean isRefused(Word word) {
    return word.side() instanceof Side.Open
        && starting.request().peerCheck().refuses(word.other().named());
  }

  private List<Word> ask(Duration limit) {
    Deadline boot = starting.boot();
    List<Supplier<Word>> questions = new ArrayList<>();
    for (Other other : others) {
      questions.add(
          () -> new Word(other, other.place().look(boot.within(other.limit()).within(limit))));
    }
    List<Word> words = starting.request().limit().time().together(questions);
    others = words.stream().filter(Word::wasSaid).map(Word::other).toList();
    return words;
  }

  private Optional<String> objection(Word word) {
    NodeName node = word.other().place().node();
    if (word.side() instanceof Side.Absent) {
      return Optional.empty();
    }
    if (word.side() instanceof Side.Open && !isRefused(word)) {
      starting.messages().say(AgentMessage.PEER_TRUSTED, node, starting.domain(), word.side());
      return Optional.empty();
    }
    return Optional.of(elsewhere(starting, node, word.side()));
  }

  /** Says that the domain may run on that node, and so not here. */
  static String elsewhere(Starting starting, NodeName node, Side side) {
    starting.messages().say(AgentMessage.ELSEWHERE, starting.domain(), node, side);
    return "it may run on node " + node + ", which says: " + side;
  }
}
