package org.scxvm.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.scxvm.definition.DomainFiles;
import org.scxvm.definition.SavedDefinitions;
import org.scxvm.folder.SharedFolder;
import org.scxvm.hypervisor.Hypervisor;
import org.scxvm.hypervisor.Hypervisors;
import org.scxvm.hypervisor.MoveRequest;
import org.scxvm.lastmove.LastMoves;
import org.scxvm.message.Line;
import org.scxvm.message.Messages;
import org.scxvm.migration.PeerAddresses;
import org.scxvm.noop.NoOpMarkers;
import org.scxvm.owner.OwnerRecords;
import org.scxvm.owner.PeerCheck;
import org.scxvm.recover.RecoverRequest;
import org.scxvm.resource.FailoverType;
import org.scxvm.resource.MigrationFailure;
import org.scxvm.resource.NodeName;
import org.scxvm.resource.ResourceIdentity;
import org.scxvm.resource.ResourceName;
import org.scxvm.stop.SwitchSources;
import org.scxvm.time.MethodLimit;

/**
 * Two nodes, their cluster, a shared folder and a clock: all that the agent can touch. What the
 * given half does not foresee fails as it would in earnest, or fails the test.
 */
final class World implements Hypervisors {

  static final NodeName THIS_NODE = new NodeName("node1");
  static final NodeName PEER = new NodeName("node2");
  static final ResourceName RESOURCE = new ResourceName("vm1-rs");
  static final String URI = "qemu:///system";
  static final String XEN_URI = "xen:///";
  static final String PEER_URI = "qemu+tls://node2/system";

  private static final int GDS_PERCENT = 80;

  private final SimulatedTime time = new SimulatedTime();
  private final Story story = new Story(time);
  private final FakeNode here = new FakeNode(this, "here", URI);
  private final FakeNode there = new FakeNode(this, "there", PEER_URI);
  private final FakeCluster cluster = new FakeCluster(this);
  private final FakeFolder folder = new FakeFolder(this);
  private final FakeCommandLog commandLog = new FakeCommandLog(this);
  private final FakeForesight foresight = new FakeForesight();
  private final FakeHost host = new FakeHost();
  private final FolderContents contents = new FolderContents(folder);
  private final List<Given.Line> waiting = new ArrayList<>();
  private final Set<Given.Line> unheard = new HashSet<>();
  private Duration timeout = Duration.ofMinutes(5);
  private boolean genericDataService;
  private FailoverType failoverType = FailoverType.NORMAL;
  private boolean startRecovers;
  private PeerCheck peerCheck = PeerCheck.AUTO;
  private MigrationFailure migrationFailure = MigrationFailure.SHUTDOWN;
  private boolean dryRun;
  private boolean faultNoted;
  private final Set<NodeName> notOn = new HashSet<>();
  private Optional<NodeName> keep = Optional.empty();
  private MoveScript move = MoveScript.of("takes 5 s");
  private MoveSights sights = MoveSights.NONE;
  private NodeName preflightTo = PEER;
  private boolean folderGuarded;
  private boolean moveBegun;
  private boolean moveEnded;
  private boolean sourceRanOn;
  private boolean acted;

  /** A world as the lines say, at second 0. */
  static World of(Given given) {
    World world = new World();
    for (Given.Line line : given.lines()) {
      switch (line.when()) {
        case FROM_THE_START -> world.set(line.key(), line.value());
        case AT -> {
          world.unheard.add(line);
          world.time.at(line.delay(), () -> world.comesTrue(line));
        }
        case AFTER -> world.await(line);
      }
    }
    world.contents.store();
    return world;
  }

  private void await(Given.Line line) {
    boolean known =
        line.call().equals("move")
            || Calls.NAMES.stream()
                .anyMatch(name -> Set.of(name + " here", name + " there").contains(line.call()));
    if (!known) {
      throw new IllegalArgumentException("no call is named " + line.call());
    }
    unheard.add(line);
    waiting.add(line);
  }

  /** Something is another from now on. */
  void change(String line) {
    Given.parse(line).lines().forEach(this::comesTrue);
  }

  private void comesTrue(Given.Line line) {
    unheard.remove(line);
    story.add("world", line.key() + " = " + line.value());
    set(line.key(), line.value());
  }

  private void set(String key, String value) {
    boolean known =
        setOfPlace(key, value)
            || cluster.set(key, value)
            || folder.set(key, value)
            || commandLog.set(key, value)
            || contents.set(key, value)
            || host.set(key, value)
            || foresight.set(key, value)
            || setOfMethod(key, value);
    if (!known) {
      throw new IllegalArgumentException("unknown key: " + key);
    }
  }

  private boolean setOfPlace(String key, String value) {
    for (FakeNode node : List.of(here, there)) {
      String suffix = " " + node.place();
      if (key.endsWith(suffix)) {
        return node.set(key.substring(0, key.length() - suffix.length()), value);
      }
    }
    return false;
  }

  private boolean setOfMethod(String key, String value) {
    switch (key) {
      case "timeout" -> timeout = Given.duration(value);
      case "type" -> genericDataService = value.equals("SUNW.gds");
      case "failover type" -> failoverType = FailoverType.of(value).orElseThrow();
      case "fault noted" -> faultNoted = value.equals("yes");
      case "dry run" -> dryRun = value.equals("yes");
      case "not on" -> notOn.add(new NodeName(value));
      case "keep" -> keep = Optional.of(new NodeName(value));
      case "migration failure" -> migrationFailure = MigrationFailure.of(value).orElseThrow();
      case "start recovers" -> startRecovers = value.equals("true");
      case "peer check" -> peerCheck = PeerCheck.of(value).orElseThrow();
      case "preflight to" -> preflightTo = new NodeName(value);
      case "time zone" -> time.setZone(ZoneId.of(value));
      case "move" -> move = MoveScript.of(value);
      case "move sees" -> sights = MoveSights.of(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The end of a call; what follows from it in the given half comes true. */
  void ended(String call) {
    Iterator<Given.Line> lines = List.copyOf(waiting).iterator();
    while (lines.hasNext()) {
      Given.Line line = lines.next();
      if (line.call().equals(call)) {
        waiting.remove(line);
        if (line.delay().isZero()) {
          comesTrue(line);
        } else {
          time.in(line.delay(), () -> comesTrue(line));
        }
      }
    }
  }

  /** Lines of the given half that never came true: they are not what the story is about. */
  Set<Given.Line> unheard() {
    return Set.copyOf(unheard);
  }

  @Override
  public Hypervisor at(String uri) {
    return node(uri).hypervisor();
  }

  FakeNode node(String uri) {
    return switch (uri) {
      case URI, XEN_URI -> here;
      case PEER_URI -> there;
      default -> throw new AssertionError("there is no hypervisor at " + uri);
    };
  }

  FakeNode here() {
    return here;
  }

  FakeNode there() {
    return there;
  }

  SimulatedTime time() {
    return time;
  }

  Story story() {
    return story;
  }

  FakeCluster cluster() {
    return cluster;
  }

  FakeCommandLog commandLog() {
    return commandLog;
  }

  SwitchSources sources() {
    return new SwitchSources(
        until -> cluster.of(identity(), until), commandLog, foresight, () -> faultNoted);
  }

  FakeFolder folder() {
    return folder;
  }

  FakeHost host() {
    return host;
  }

  MoveScript moveScript() {
    return move;
  }

  MoveSights sights() {
    return sights;
  }

  /** The node to which a person would have the domain go. */
  NodeName preflightTo() {
    return preflightTo;
  }

  Duration timeout() {
    return timeout;
  }

  FailoverType failoverType() {
    return failoverType;
  }

  MigrationFailure migrationFailure() {
    return migrationFailure;
  }

  RecoverRequest.Word word() {
    return new RecoverRequest.Word(dryRun, Set.copyOf(notOn), keep);
  }

  /** How a Start fetches a domain; normal: it does not. */
  FailoverType fetch() {
    return startRecovers ? failoverType : FailoverType.NORMAL;
  }

  PeerCheck peerCheck() {
    return peerCheck;
  }

  MethodLimit limit() {
    Duration usable =
        genericDataService ? timeout.multipliedBy(GDS_PERCENT).dividedBy(100) : timeout;
    return new MethodLimit(time, timeout, usable);
  }

  ResourceIdentity identity() {
    return new ResourceIdentity(
        RESOURCE, Optional.empty(), Optional.of("vm1-rg"), Optional.empty());
  }

  PeerAddresses peers() {
    MoveRequest.Options options = new MoveRequest.Options("", false, false, OptionalLong.empty());
    return new PeerAddresses("qemu+tls://%n/system", Map.of(), Optional.empty(), options);
  }

  DomainFiles files() {
    SharedFolder opened = folder.at(FakeFolder.PATH, limit().answer());
    return new DomainFiles(
        new SavedDefinitions(opened, RESOURCE),
        new NoOpMarkers(opened, RESOURCE),
        new OwnerRecords(opened, RESOURCE),
        new LastMoves(until -> folder.at(FakeFolder.PATH, until), RESOURCE));
  }

  Messages messages() {
    return new Messages(List.of(this::write));
  }

  void write(Line line) {
    story.add(line.severity().word(), line.text());
  }

  /** The agent changes something. */
  void acted() {
    acted = true;
  }

  boolean hasActed() {
    return acted;
  }

  void moveBegins() {
    moveBegun = true;
  }

  void moveEnds() {
    moveEnded = true;
    sourceMayRun();
  }

  /** From the end of a move on it is kept in mind whether the source has run. */
  void sourceMayRun() {
    sourceRanOn |= moveEnded && here.writes();
  }

  /** Whether the memory on the target is older than the disk. */
  boolean hasSourceRunOn() {
    return sourceRanOn;
  }

  /**
   * A Stop must not hang on a folder while the domain still runs; a migration is on record there.
   */
  void guardFolder() {
    folderGuarded = true;
  }

  void assertFolderMayBeTouched(String what) {
    boolean records = failoverType.migrates() && what.matches(".* \\.(owner|lastmove)_.*");
    if (folderGuarded && !moveBegun && !records && here.domain().isActive()) {
      throw new AssertionError("Stop touches the folder before the domain is down: " + what);
    }
  }

  /** Whether the other node has the domain; one that is thrown out has nothing any more. */
  boolean hasCopyThere() {
    return there.domain().isActive()
        && there.domain().isSameAs(here.domain())
        && !cluster.isPeerDown();
  }

  /** I1: what the agent does never makes the domain run twice. */
  void assertMayRun(FakeNode node) {
    boolean otherWrites = node == here ? hasCopyThere() && there.writes() : here.writes();
    if (otherWrites) {
      throw new AssertionError("the agent lets a second copy run, " + node.place());
    }
  }
}
