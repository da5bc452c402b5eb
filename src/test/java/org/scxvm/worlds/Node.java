package org.scxvm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scxvm.resource.NodeName;

/** A node: its host, its libvirtd, and at most one copy of the domain. */
final class Node {

  enum Host {
    UP,
    /** Nothing on it moves, and the cluster has not thrown it out. */
    FROZEN,
    /** Fenced: the cluster says so. */
    DEAD
  }

  /** Why libvirt says that the domain is off. */
  enum Off {
    UNKNOWN,
    SHUT_DOWN,
    DESTROYED,
    CRASHED,
    MIGRATED
  }

  /** Something that libvirtd was told while it was frozen. */
  interface Late {
    void happen();
  }

  private final NodeName name;
  private final int index;
  private Host host = Host.UP;
  private boolean frozen;
  private boolean actsLate;
  private Optional<String> definition = Optional.empty();
  private boolean openBoot;
  private boolean autostart;
  private Off off = Off.UNKNOWN;
  private Optional<Copy> copy = Optional.empty();
  private long disturbed;
  private int silentIn;
  private final List<Late> late = new ArrayList<>();

  Node(String name, int index) {
    this.name = new NodeName(name);
    this.index = index;
  }

  Node copied() {
    Node node = new Node(name.value(), index);
    node.host = host;
    node.definition = definition;
    node.off = off;
    node.autostart = autostart;
    node.copy = copy.map(Copy::copied);
    return node;
  }

  NodeName name() {
    return name;
  }

  int index() {
    return index;
  }

  Host host() {
    return host;
  }

  boolean isUp() {
    return host == Host.UP;
  }

  boolean isDead() {
    return host == Host.DEAD;
  }

  /** Whether its libvirtd answers. */
  boolean answers() {
    return host == Host.UP && !frozen;
  }

  boolean isDefined() {
    return definition.isPresent();
  }

  Optional<String> definition() {
    return definition;
  }

  void define(String xml) {
    definition = Optional.of(xml);
  }

  /** A copy that runs goes on without. */
  void undefine() {
    definition = Optional.empty();
    autostart = false;
  }

  /** libvirtd starts the domain when the host boots, and only then. */
  boolean hasAutostart() {
    return autostart;
  }

  void setAutostart(boolean on) {
    autostart = on;
  }

  Off off() {
    return off;
  }

  Optional<Copy> copy() {
    return copy;
  }

  boolean runs() {
    return host == Host.UP && copy.isPresent() && copy.get().is(Copy.State.RUNNING);
  }

  boolean has(Copy.State state) {
    return copy.isPresent() && copy.get().is(state);
  }

  void receive(Copy arriving) {
    copy = Optional.of(arriving);
  }

  /** The process of the domain ends. */
  void goesOff(Off why) {
    copy = Optional.empty();
    off = why;
  }

  /**
   * libvirtd stands still.
   *
   * @param obeysLate what it is told meanwhile, it does when it goes on
   */
  void freeze(boolean obeysLate) {
    frozen = true;
    actsLate = obeysLate;
  }

  /** Notes what a frozen libvirtd was told. */
  void tellLate(Late what) {
    if (actsLate) {
      late.add(what);
    }
  }

  void thaw() {
    if (!frozen) {
      return;
    }
    frozen = false;
    actsLate = false;
    List<Late> told = List.copyOf(late);
    late.clear();
    if (host == Host.UP) {
      told.forEach(Late::happen);
    }
  }

  /** libvirtd ends and is started again; the domain's process lives on, and none is started. */
  void restartDaemon() {
    frozen = false;
    actsLate = false;
    late.clear();
    if (off == Off.MIGRATED) {
      off = Off.UNKNOWN;
    }
    if (has(Copy.State.ARRIVING)) {
      goesOff(Off.UNKNOWN);
    }
  }

  void freezeHost() {
    host = Host.FROZEN;
  }

  void thawHost() {
    if (host == Host.FROZEN) {
      host = Host.UP;
    }
  }

  void die() {
    host = Host.DEAD;
    frozen = false;
    actsLate = false;
    openBoot = false;
    late.clear();
    goesOff(Off.UNKNOWN);
  }

  /** Returns whether libvirtd starts the domain. */
  boolean comeBack() {
    boolean booted = host == Host.DEAD;
    if (booted) {
      host = Host.UP;
    }
    return booted && autostart && isDefined();
  }

  /** Something happened here that nobody may have seen yet. */
  void disturb(long nthEvent) {
    disturbed = nthEvent;
  }

  /** The last event here; a method that has looked later knows of it. */
  long disturbed() {
    return disturbed;
  }

  void wasSilent(int method) {
    silentIn = Math.max(silentIn, method);
  }

  boolean wasSilentIn(int method) {
    return silentIn >= method;
  }

  /** Whether a boot was never answered. */
  boolean isOpen() {
    return openBoot;
  }

  void noteOpenBoot(boolean open) {
    openBoot = open;
  }

  @Override
  public String toString() {
    return name
        + (host == Host.UP ? "" : " " + host)
        + (frozen ? " libvirtd frozen" : "")
        + ": "
        + copy.map(Copy::toString).orElse(isDefined() ? "off (" + off + ")" : "not known");
  }
}
