package org.scxvm.worlds;

import java.util.Optional;

/** A process of the domain on one node, and its memory. */
final class Copy {

  enum State {
    RUNNING,
    /** By the user, or because it arrived so. */
    PAUSED,
    /** By an error of its storage. */
    IO_ERROR,
    /** The guest has put itself to sleep. */
    ASLEEP,
    /** Its memory is on the way in. */
    ARRIVING,
    /** Its memory is on the way out; it stands still. */
    LEAVING
  }

  /** Who made a copy run. */
  enum By {
    AGENT,
    LIBVIRT,
    HAND
  }

  private State state;
  private long memory;
  private boolean wishedPaused;
  private By by = By.AGENT;
  private int runsSince;
  private boolean handMade;
  private boolean moved;
  private Optional<Copy> origin = Optional.empty();
  private boolean hasRun;
  private boolean spoilt;
  private int order;

  Copy(State state, long memory) {
    this.state = state;
    this.memory = memory;
  }

  Copy copied() {
    Copy copy = new Copy(state, memory);
    copy.wishedPaused = wishedPaused;
    copy.by = by;
    copy.order = order;
    copy.handMade = handMade;
    copy.moved = moved;
    copy.hasRun = hasRun;
    copy.spoilt = spoilt;
    return copy;
  }

  State state() {
    return state;
  }

  boolean is(State wanted) {
    return state == wanted;
  }

  void become(State next) {
    state = next;
  }

  /** It runs from now on. */
  void runs(By who, int method, int nth) {
    state = State.RUNNING;
    hasRun = true;
    by = who;
    handMade |= who == By.HAND;
    runsSince = method;
    order = nth;
  }

  /** The disk that its memory fits. */
  long memory() {
    return memory;
  }

  void fits(long disk) {
    memory = disk;
  }

  /** The user wants it paused. */
  boolean isWishedPaused() {
    return wishedPaused;
  }

  void wishPaused(boolean wish) {
    wishedPaused = wish;
  }

  By by() {
    return by;
  }

  /** Somebody has let it run by hand, now or before. */
  boolean isHandMade() {
    return handMade;
  }

  void hasMoved(Copy from) {
    moved = true;
    origin = Optional.of(from);
    spoilt = from.spoilt;
  }

  /** It was booted and has done nothing yet. */
  boolean isFresh() {
    return !hasRun && !moved;
  }

  /** Somebody has started another one by hand while it was there, so its memory may be old. */
  void spoil() {
    spoilt = true;
  }

  boolean isSpoilt() {
    return spoilt;
  }

  /** It came from another node, so there were as many before. */
  boolean isMoved() {
    return moved;
  }

  /** And there it was that one. */
  boolean isMovedFrom(Copy other) {
    return origin.filter(it -> it == other).isPresent();
  }

  /** And there somebody had let it run by hand. */
  boolean isMovedFromHandMade() {
    return origin.filter(it -> it.handMade || it.isMovedFromHandMade()).isPresent();
  }

  /** In which method it began to run. */
  int runsSince() {
    return runsSince;
  }

  /** Of two running copies the one with the higher number began later. */
  int order() {
    return order;
  }

  @Override
  public String toString() {
    return state + (wishedPaused ? "(wished)" : "") + " memory " + memory;
  }
}
