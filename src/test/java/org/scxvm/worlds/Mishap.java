package org.scxvm.worlds;

import java.time.Duration;

/** What may happen on a node at any moment. */
enum Mishap {
  LIBVIRTD_FREEZES,
  /** For eight seconds. */
  LIBVIRTD_FREEZES_BRIEFLY,
  /** What it is told meanwhile it does later. */
  LIBVIRTD_FREEZES_AND_OBEYS_LATE,
  LIBVIRTD_RESTARTS,
  NODE_FENCED,
  /** And the cluster has not thrown it out. */
  HOST_FREEZES,
  QEMU_DIES,
  STORAGE_ERROR,
  /** It puts itself to sleep. */
  GUEST_SUSPENDS,
  /** Somebody presses a key. */
  GUEST_WAKES,
  HAND_STARTS,
  HAND_SUSPENDS,
  HAND_RESUMES;

  private static final Duration BRIEFLY = Duration.ofSeconds(8);

  /** Whether an administrator does it. */
  boolean isByHand() {
    return this == HAND_STARTS || this == HAND_SUSPENDS || this == HAND_RESUMES;
  }

  /** Whether it can happen, and would change anything. */
  boolean isPossible(Node node) {
    return switch (this) {
      case LIBVIRTD_FREEZES, LIBVIRTD_FREEZES_BRIEFLY, LIBVIRTD_FREEZES_AND_OBEYS_LATE ->
          node.answers();
      case LIBVIRTD_RESTARTS -> node.isUp() && (node.off() == Node.Off.MIGRATED);
      case NODE_FENCED -> !node.isDead();
      case HOST_FREEZES -> node.isUp();
      case QEMU_DIES -> node.isUp() && node.copy().isPresent();
      case STORAGE_ERROR, GUEST_SUSPENDS -> node.runs();
      case GUEST_WAKES -> node.isUp() && node.has(Copy.State.ASLEEP);
      case HAND_STARTS -> node.answers() && node.isDefined() && node.copy().isEmpty();
      case HAND_SUSPENDS -> node.answers() && node.runs();
      case HAND_RESUMES -> node.answers() && node.has(Copy.State.PAUSED);
    };
  }

  void happen(SmallWorld world, Node node) {
    switch (this) {
      case LIBVIRTD_FREEZES -> node.freeze(false);
      case LIBVIRTD_FREEZES_BRIEFLY -> {
        node.freeze(false);
        world.time().in(BRIEFLY, node::thaw);
      }
      case LIBVIRTD_FREEZES_AND_OBEYS_LATE -> node.freeze(true);
      case LIBVIRTD_RESTARTS -> node.restartDaemon();
      case NODE_FENCED -> node.die();
      case HOST_FREEZES -> node.freezeHost();
      case QEMU_DIES -> node.goesOff(Node.Off.CRASHED);
      case STORAGE_ERROR -> node.copy().ifPresent(copy -> copy.become(Copy.State.IO_ERROR));
      case GUEST_SUSPENDS -> node.copy().ifPresent(copy -> copy.become(Copy.State.ASLEEP));
      case GUEST_WAKES -> world.wakes(node);
      case HAND_STARTS -> world.boots(node, Copy.By.HAND, world.method());
      case HAND_SUSPENDS -> {
        node.copy().ifPresent(copy -> copy.become(Copy.State.PAUSED));
        node.copy().ifPresent(copy -> copy.wishPaused(true));
      }
      // That the user had paused it may be on record already; then it arrives paused elsewhere.
      case HAND_RESUMES -> world.goesOn(node, Copy.By.HAND, world.method());
    }
    world.disturb(node);
  }
}
