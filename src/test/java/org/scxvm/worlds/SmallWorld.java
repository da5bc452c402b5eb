package org.scxvm.worlds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scxvm.scenario.SimulatedTime;

/**
 * Two or three nodes, one shared folder, one domain on one shared disk. It knows what libvirt does
 * not tell: which disk the memory of each copy fits.
 */
final class SmallWorld {

  static final String RESOURCE = "vm1-rs";
  static final String DOMAIN = "vm1";
  static final String UUID = "a8282f87-25c0-42d0-8974-2ae778942970";
  static final String SAVED = RESOURCE + ".xml";

  private final SimulatedTime time = new SimulatedTime();
  private final List<Node> nodes;
  private final Map<String, String> files;
  private final Map<String, Optional<String>> earlier = new HashMap<>();
  private final Choices choices;
  private final Optional<List<String>> trace;
  private long disk = 1;
  private int version;
  private int methods;
  private int order;
  private long events;
  private boolean folderIsDown;
  private boolean recordDamaged;
  private boolean startedByHand;
  private boolean handsOff;
  private int lastByHand;

  private SmallWorld(
      List<Node> nodes, Map<String, String> files, Choices choices, Optional<List<String>> trace) {
    this.nodes = nodes;
    this.files = files;
    this.choices = choices;
    this.trace = trace;
  }

  /** The definition as the libvirt of that node writes it. */
  static String xml(String node) {
    return "<domain type='kvm'><name>vm1</name><uuid>"
        + UUID
        + "</uuid><title>"
        + node
        + "</title></domain>\n";
  }

  private static final Set<String> DEFINITIONS = Set.of(xml("A"), xml("B"), xml("C"));

  /** A world in which the domain is known everywhere, saved, and off. */
  static SmallWorld off(int nodeCount) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < nodeCount; i++) {
      Node node = new Node(String.valueOf((char) ('A' + i)), i);
      node.define(xml(node.name().value()));
      nodes.add(node);
    }
    Map<String, String> files = new HashMap<>(Map.of(SAVED, xml("A")));
    return new SmallWorld(nodes, files, Script.usual(), Optional.empty());
  }

  /** Another world that begins as this one is now. */
  SmallWorld copied(Choices decisions, boolean traced) {
    SmallWorld copy =
        new SmallWorld(
            new ArrayList<>(nodes.stream().map(Node::copied).toList()),
            new HashMap<>(files),
            decisions,
            traced ? Optional.of(new ArrayList<>()) : Optional.empty());
    copy.disk = disk;
    copy.order = order;
    copy.handsOff = handsOff;
    return copy;
  }

  SimulatedTime time() {
    return time;
  }

  List<Node> nodes() {
    return nodes;
  }

  Node node(int index) {
    return nodes.get(index);
  }

  /** The node of a URI or of a name. */
  Node node(String name) {
    String last = name.substring(name.indexOf("://") < 0 ? 0 : name.indexOf("://") + 3);
    return nodes.stream()
        .filter(node -> last.equals(node.name().value()))
        .findFirst()
        .orElseThrow(() -> new Violation("model", "nobody is called " + name));
  }

  Map<String, String> files() {
    return files;
  }

  int choose(Choices.Kind kind, int ways) {
    return choices.choose(kind, ways);
  }

  boolean isTraced() {
    return trace.isPresent();
  }

  void say(String line) {
    trace.ifPresent(lines -> lines.add(line));
  }

  List<String> trace() {
    return trace.orElseGet(List::of);
  }

  /** Rises with everything that anybody could notice. */
  int version() {
    return version;
  }

  void changed() {
    version++;
  }

  int beginMethod() {
    return ++methods;
  }

  /** Nobody but the cluster manager touches the domain or the record. */
  void leaveToTheCluster() {
    handsOff = true;
  }

  boolean isLeftToTheCluster() {
    return handsOff;
  }

  boolean isPossible(Mishap mishap, Node node) {
    return !(handsOff && mishap.isByHand()) && mishap.isPossible(node);
  }

  /** Counts what happens without the agent. */
  void disturb(Node node) {
    node.disturb(++events);
    changed();
  }

  long events() {
    return events;
  }

  /** The newest method that has begun. */
  int method() {
    return methods;
  }

  boolean isFolderDown() {
    return folderIsDown;
  }

  void setFolderDown(boolean down) {
    folderIsDown = down;
  }

  /** Somebody else has damaged the record, so nothing can be held against what it says. */
  void damageRecord(String name) {
    files.put(name, "scxvm-ow");
    recordDamaged = true;
    changed();
  }

  /**
   * What libvirt does late nobody can take back: whoever starts it by hand meanwhile is to blame.
   */
  Copy.By lateBy() {
    return startedByHand ? Copy.By.HAND : Copy.By.AGENT;
  }

  boolean isRecordDamaged() {
    return recordDamaged;
  }

  /** What was in the place of a file before its last change. */
  Optional<Optional<String>> earlierText(String name) {
    return Optional.ofNullable(earlier.get(name))
        .filter(text -> !text.equals(Optional.ofNullable(files.get(name))));
  }

  void remember(String name) {
    earlier.put(name, Optional.ofNullable(files.get(name)));
  }

  /** The domain is there, with the disk opened as it is now, and has not run yet. */
  void appears(Node node) {
    node.receive(new Copy(Copy.State.PAUSED, disk));
    changed();
  }

  /** The domain boots there: its memory comes from the disk. */
  void boots(Node node, Copy.By who, int method) {
    startedByHand |= who == Copy.By.HAND;
    appears(node);
    goesOn(node, who, method);
  }

  /** A copy that stood still goes on. */
  void goesOn(Node node, Copy.By who, int method) {
    if (who == Copy.By.HAND) {
      nodes.stream()
          .filter(other -> other != node)
          .forEach(other -> other.copy().ifPresent(Copy::spoil));
    }
    node.copy().ifPresent(copy -> copy.runs(who, method, ++order));
    changed();
  }

  /** A guest that slept or stood still goes on, as whoever let it run before wanted it. */
  void wakes(Node node) {
    Copy copy = node.copy().orElseThrow();
    goesOn(node, copy.by(), copy.runsSince());
  }

  /** Time for every copy that runs to write to the disk, and for the laws to be looked at. */
  void moment() {
    int running = 0;
    for (Node node : nodes) {
      running += node.runs() ? 1 : 0;
    }
    if (running > 0) {
      List<Copy> copies =
          nodes.stream().filter(Node::runs).flatMap(node -> node.copy().stream()).toList();
      new RunningCopies(nodes, copies).judge(disk, lastByHand);
      disk++;
      copies.forEach(copy -> copy.fits(disk));
      if (copies.stream().anyMatch(Copy::isHandMade)) {
        lastByHand = methods;
      }
    }
    String saved = files.get(SAVED);
    if (saved == null || !DEFINITIONS.contains(saved)) {
      throw new Violation("I2", "the saved definition is " + saved);
    }
  }

  /**
   * All that was broken works again. Nodes that were fenced come back without domains; who left
   * autostart on has it started there.
   */
  void heal() {
    say("all is healed");
    for (Node node : nodes) {
      if (node.comeBack()) {
        boots(node, Copy.By.HAND, methods);
        disturb(node);
      }
      node.thawHost();
      node.thaw();
      moment();
    }
    folderIsDown = false;
    earlier.clear();
    changed();
  }

  void pass(Duration pause) {
    time.sleep(pause);
  }

  @Override
  public String toString() {
    return nodes + " disk " + disk + " " + files.keySet().stream().sorted().toList();
  }
}
